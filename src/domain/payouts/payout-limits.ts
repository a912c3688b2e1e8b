/**
 * What a payout method can carry. Currencies are codes in lower case, and what is absent is not limited. What is on the balance beyond it
 * stays there: a payout that its method refuses would be debited, come back and be made again, month after month.
 */
export interface PayoutLimits {
  /** The only currencies it takes. */
  currencies?: readonly string[]
  /** Currencies it does not take. */
  refused_currencies?: readonly string[]
  /** How many decimals it takes in a currency that has more. */
  decimals?: Readonly<Record<string, number>>
  /** The largest amount of one payout, as a decimal string in major units. */
  largest?: Readonly<Record<string, string>>
}

/**
 * https://developer.paypal.com/reference/currency-codes. Roubles stand there still, but PayPal has taken none since it left Russia in 2022.
 */
const PAYPAL: PayoutLimits = {
  currencies: "aud brl cad chf cny czk dkk eur gbp hkd huf ils jpy mxn myr nok nzd php pln sek sgd thb twd usd".split(" "),
  decimals: { huf: 0, jpy: 0, twd: 0 },
}

/** To an e-mail: https://wise.com/help/articles/2932105/how-can-i-send-money-to-an-email-address */
const WISE: PayoutLimits = {
  refused_currencies: ["lkr", "bdt", "cop", "cny", "uah", "bwp", "ghs"],
  largest: { jpy: "1000000" },
}

/** Of the methods that are paid by hand. A bank takes what a bank takes: the merchant knows theirs. */
export const LIMITS_BY_HAND: Record<string, PayoutLimits> = { paypal: PAYPAL, wise: WISE }

/** Why part of a balance is not paid along: the method takes no such decimals, or no larger amount. */
export type RemainingReason = "method_decimals" | "method_maximum"

/** Whether a method takes a currency at all. */
export const takesCurrency = ({ currencies, refused_currencies }: PayoutLimits, currency: string): boolean =>
  (currencies?.includes(currency) ?? true) && !refused_currencies?.includes(currency)
