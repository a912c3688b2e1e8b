import { safeCell } from "../../text/safe-cell"
import { NO_DETAILS, paymentReference, type CsvPayoutFile } from "./payout-file"

/** Columns of the details, in the file's order. */
const DETAILS = ["account_holder", "iban", "bic", "account_number", "bank_code", "bank_name", "country_code"]

/**
 * Transfers for a bank. There is no one CSV that all banks read; what banks' imports have in common is that columns are assigned by name
 * once. This one is ours, and stays as it is. It is read by machines, where an apostrophe would change a name: the forms take nothing that
 * would need one, so that `safeCell` only catches what came in beside them.
 */
export const BANK_FILE: CsvPayoutFile = {
  method: "transfer",
  header: ["number", ...DETAILS, "amount", "currency_code", "reference"],
  max_payouts: 10_000,
  has_one_currency: false,
  delimiters: { point: ",", comma: ";" },

  problem: (_, { account_holder, iban, account_number }) => (account_holder && (iban || account_number) ? null : NO_DETAILS),

  row(payout, details) {
    const { number, amount, currency_code } = payout
    return [
      String(number),
      ...DETAILS.map((name) => safeCell(details[name] ?? "")),
      amount,
      currency_code.toUpperCase(),
      paymentReference(payout),
    ]
  },
}
