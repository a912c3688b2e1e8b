import { safeCell } from "../../text/safe-cell"
import { LIMITS_BY_HAND, takesCurrency } from "../payout-limits"
import { NO_DETAILS, paymentReference, type CsvPayoutFile } from "./payout-file"

/**
 * Wise's batch template "Send by email": Wise knows the account of the e-mail's owner, or asks them for one. At most 1,000 payments a file.
 *
 * Columns and the value EMAIL as in the template that https://github.com/openSUSE/travel-support-program keeps (`Send-by-email.csv`), their
 * meaning by https://wise.com/help/articles/2663302/how-do-i-fill-in-my-batch-template, the limit by
 * https://wise.com/us/blog/everything-about-batch-payments. `target`: the affiliate gets the exact amount, the merchant pays the fees. The
 * merchant may write another `sourceCurrency`, of the balance they pay from. Not confirmed: which further currencies Wise does not
 * send to today, the longest reference of each, and that it refuses a file it has already had.
 */
export const WISE_FILE: CsvPayoutFile = {
  method: "wise",
  header: [
    "name",
    "recipientEmail",
    "paymentReference",
    "receiverType",
    "amountCurrency",
    "amount",
    "sourceCurrency",
    "targetCurrency",
    "type",
  ],
  max_payouts: 1_000,
  has_one_currency: false,
  delimiters: { point: ",", comma: null },

  problem({ currency_code }, { account_holder, email }) {
    if (!account_holder || !email) return NO_DETAILS
    if (takesCurrency(LIMITS_BY_HAND.wise ?? {}, currency_code)) return null
    return { code: "currency_not_supported", reason: `Wise sends no ${currency_code.toUpperCase()} to an e-mail` }
  },

  row(payout, { account_holder = "", email = "" }) {
    const currency = payout.currency_code.toUpperCase()
    const name = safeCell(account_holder)
    return [name, safeCell(email), paymentReference(payout), "PERSON", "target", payout.amount, currency, currency, "EMAIL"]
  },
}
