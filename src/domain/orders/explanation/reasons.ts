import type { RefusalReason } from "../../attribution/attribution"

const REFUSALS: Record<RefusalReason, string> = {
  program_not_running: "the program was not running when the order was placed",
  other_sales_channel: "the program does not cover the sales channel of the order",
  affiliate_not_active: "the affiliate was not active",
  self_referral: "the affiliate is the customer, and affiliates cannot refer themselves",
  not_first_order: "it counts for a customer's first order only, and this customer had ordered before",
  already_referred: "the customer already had a referrer in that program",
  click_expired: "the link was followed too long before the order",
  referral_expired: "the referral period was over",
}

const OTHERS: Record<string, string> = {
  no_evidence: "no link, promo code or referral touched it",
  manual: "that was decided by hand",
  forbidden_customer_group: "the affiliate is in a customer group without reward",
  affiliate_deleted: "the affiliate was deleted",
}

/** Why a piece of evidence did not count, an order earned nothing, or a month was withheld: the second half of a sentence. */
export const because = (reason: string): string => ({ ...REFUSALS, ...OTHERS })[reason] ?? reason.replaceAll("_", " ")

const RULES: Record<string, (name: string) => string> = {
  promo_code: (name) => `a promo code of ${name} was typed on the customer's first order`,
  existing_referral: (name) => `the customer already was a referral of ${name}`,
  last_click: (name) => `a link of ${name} was the last valid one before the order`,
  first_click: (name) => `a link of ${name} was the first valid one before the order`,
  manual: (name) => `it was given to ${name} by hand`,
}

/** Which rule gave the order to an affiliate: the second half of a sentence. */
export const becauseOf = (reason: string, name: string): string => RULES[reason]?.(name) ?? because(reason)
