import type { DetailsForm } from "../../../../domain/payouts/details/details-form"
import { PAYOUT_DETAILS_FORMS } from "../../../../domain/payouts/details"
import type { AbstractPayoutProvider, PayoutContext } from "./provider"

/** A way to be paid. Without a provider a person pays, and an admin marks the payout as paid. */
export interface PayoutMethod {
  id: string
  form: DetailsForm
  provider: AbstractPayoutProvider | null
}

/** By id, those that a person pays first. */
export type PayoutMethods = ReadonlyMap<string, PayoutMethod>

/** The container's key. */
export const PAYOUT_METHODS = "affiliatePayoutMethods"

export const methodsByHand = (): PayoutMethod[] => Object.entries(PAYOUT_DETAILS_FORMS).map(([id, form]) => ({ id, form, provider: null }))

/**
 * Whether nobody can be paid by it without telling anything. A transfer by hand is the exception: the merchant may know the account from
 * elsewhere.
 */
export const needsDetails = ({ id, form }: PayoutMethod): boolean => id !== "transfer" && form.fields.some(({ is_required }) => is_required)

export const isAvailable = ({ provider }: PayoutMethod, context: PayoutContext): boolean => provider?.isAvailable(context) ?? true
