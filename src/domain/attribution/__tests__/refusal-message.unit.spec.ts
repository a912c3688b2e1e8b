import { refusalMessage, type CartRefusalReason } from "../refusal-message"

const SENTENCES: Record<CartRefusalReason, string> = {
  program_not_running: "The code X cannot be used: this affiliate program is not running",
  other_sales_channel: "The code X cannot be used: it does not belong to this shop",
  affiliate_not_active: "The code X cannot be used: it is not active",
  self_referral: "The code X cannot be used: affiliates cannot refer themselves",
  not_first_order: "The code X cannot be used: it is valid for a customer's first order only, and there is an earlier order",
  already_referred: "The code X cannot be used: this customer was already referred",
  click_expired: "The code X cannot be used: its time has run out",
  referral_expired: "The code X cannot be used: its time has run out",
  unknown_code: "The code X cannot be used: there is no such code",
  invalid_token: "The code X cannot be used: the token is forged, altered or expired",
  second_code: "The code X cannot be used: the cart already has a code of another affiliate; remove that one first",
}

it.each(Object.entries(SENTENCES) as [CartRefusalReason, string][])("%s", (reason, message) => {
  expect(refusalMessage("The code X", reason)).toBe(message)
})
