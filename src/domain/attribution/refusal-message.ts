import type { RefusalReason } from "./attribution"

/** Why a code or token cannot be put on a cart: it does not count as evidence, or there is no such code or token. */
export type CartRefusalReason = RefusalReason | "unknown_code" | "invalid_token" | "second_code"

const SENTENCES: Record<CartRefusalReason, string> = {
  program_not_running: "this affiliate program is not running",
  other_sales_channel: "it does not belong to this shop",
  affiliate_not_active: "it is not active",
  self_referral: "affiliates cannot refer themselves",
  not_first_order: "it is valid for a customer's first order only, and there is an earlier order",
  already_referred: "this customer was already referred",
  click_expired: "its time has run out",
  referral_expired: "its time has run out",
  unknown_code: "there is no such code",
  invalid_token: "the token is forged, altered or expired",
  second_code: "the cart already has a code of another affiliate; remove that one first",
}

/** The reason as a sentence for a shopper: `The promo code WELCOME-7 cannot be used: it is not active`. */
export const refusalMessage = (subject: string, reason: CartRefusalReason): string => `${subject} cannot be used: ${SENTENCES[reason]}`
