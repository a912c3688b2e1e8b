import type { DetailsForm } from "./details-form"
import { maskedEmail, requireEmail } from "./email-address"
import { readTexts, requireText } from "./read-texts"

/** The e-mail of a PayPal account; PayPal's are no longer than 127 characters. */
export const PAYPAL_DETAILS: DetailsForm = {
  fields: [{ name: "email", is_required: true }],
  normalize: (input) => ({ email: requireEmail(requireText("email", readTexts({ email: 127 }, input).email)) }),
  mask: ({ email = "" }) => maskedEmail(email),
}
