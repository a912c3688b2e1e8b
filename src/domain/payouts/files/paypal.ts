import { safeCell } from "../../text/safe-cell"
import { LIMITS_BY_HAND, takesCurrency } from "../payout-limits"
import { NO_DETAILS, paymentReference, type CsvPayoutFile, type PayoutToSend } from "./payout-file"

const LIMITS = LIMITS_BY_HAND.paypal ?? {}
const takesDecimals = (currency: string): boolean => LIMITS.decimals?.[currency] !== 0

/**
 * PayPal's Payouts from its website: recipient, amount, currency, customer id (no blanks, at most 30 characters), note (at most 400),
 * recipient's wallet; no header, one currency and at most 5,000 payments a file.
 *
 * Confirmed by https://developer.paypal.com/docs/payouts/standard/payouts-web/ and https://docs.paypal.ai/send/use-web-ui. The customer id
 * and the note are our reference, which stands in PayPal's reports. Not confirmed: that PayPal refuses a file it has already had, so that
 * two uploads would pay twice. An account in a country that writes 5,45 refuses a
 * file with points at the upload: it takes one with commas, in quotes.
 */
export const PAYPAL_FILE: CsvPayoutFile = {
  method: "paypal",
  header: null,
  max_payouts: 5_000,
  has_one_currency: true,
  delimiters: { point: ",", comma: "," },

  problem({ amount, currency_code }, { email }) {
    const currency = currency_code.toUpperCase()
    if (!email) return NO_DETAILS
    if (!takesCurrency(LIMITS, currency_code)) return { code: "currency_not_supported", reason: `PayPal knows no ${currency}` }
    if (takesDecimals(currency_code) || hasNoDecimals(amount)) return null
    return { code: "amount_not_supported", reason: `PayPal takes no decimals in ${currency}` }
  },

  row(payout, { email = "" }) {
    const reference = paymentReference(payout)
    return [safeCell(email), amountOf(payout), payout.currency_code.toUpperCase(), reference, reference, "PAYPAL"]
  },
}

const hasNoDecimals = (amount: string): boolean => /^\d+(\.0*)?$/.test(amount)

const amountOf = ({ amount, currency_code }: PayoutToSend): string =>
  takesDecimals(currency_code) ? amount : amount.replace(/[.,].*$/, "")
