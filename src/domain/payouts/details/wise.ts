import type { DetailsForm } from "./details-form"
import { maskedEmail, requireEmail } from "./email-address"
import { readTexts, requireText } from "./read-texts"

/**
 * What Wise's template "Send by email" asks for: the full name and an e-mail. Wise knows the account that belongs to it or asks its owner
 * for one, so that no bank details pass through the store. Affiliates who would rather name an account choose a transfer.
 */
export const WISE_DETAILS: DetailsForm = {
  fields: [
    { name: "account_holder", is_required: true },
    { name: "email", is_required: true },
  ],
  normalize(input) {
    const { account_holder, email } = readTexts({ account_holder: 70, email: 254 }, input)
    return {
      account_holder: requireText("account_holder", account_holder),
      email: requireEmail(requireText("email", email)),
    }
  },
  mask: ({ email = "" }) => maskedEmail(email),
}
