import type { DetailsForm } from "../../../../domain/payouts/details/details-form"
import { PAYOUT_DETAILS_FORMS } from "../../../../domain/payouts/details"
import { LIMITS_BY_HAND, type PayoutLimits } from "../../../../domain/payouts/payout-limits"
import type { AbstractPayoutProvider, PayoutContext } from "./provider"

/** A payout method. Without a provider, an admin pays by hand and marks the payout as paid. */
export interface PayoutMethod {
  id: string
  form: DetailsForm
  limits: PayoutLimits
  provider: AbstractPayoutProvider | null
}

/** By id; methods paid by hand come first. */
export type PayoutMethods = ReadonlyMap<string, PayoutMethod>

/** The container's key. */
export const PAYOUT_METHODS = "affiliatePayoutMethods"

export const methodsByHand = (): PayoutMethod[] =>
  Object.entries(PAYOUT_DETAILS_FORMS).map(([id, form]) => ({ id, form, limits: LIMITS_BY_HAND[id] ?? {}, provider: null }))

/**
 * Whether an affiliate has to give details before being paid by the method. A transfer by hand needs none, because the merchant may know the
 * account from elsewhere.
 */
export const needsDetails = ({ id, form }: PayoutMethod): boolean => id !== "transfer" && form.fields.some(({ is_required }) => is_required)

export const isAvailable = ({ provider }: PayoutMethod, context: PayoutContext): boolean => provider?.isAvailable(context) ?? true
