import type { DetailsField } from "../../domain/payouts/details/details-form"

/** A way to pay affiliates that this store knows. */
export interface PayoutMethod {
  id: string
  /** Paid by a provider, without a person. */
  is_automatic: boolean
  /** Whether it works in this store now. */
  is_available: boolean
  fields: DetailsField[]
}

export interface PayoutMethodListResponse {
  payout_methods: PayoutMethod[]
}

/** How an affiliate is paid. */
export interface OwnPayoutMethod {
  method: string
  /** False: the program's own, because nothing else was chosen. */
  is_chosen: boolean
  has_details: boolean
  masked_details: string
  /** What can be chosen. */
  methods: Pick<PayoutMethod, "id" | "fields">[]
}

export interface OwnPayoutMethodResponse {
  payout_method: OwnPayoutMethod
}

export interface PayoutMethodPayload {
  method: string
  details: Record<string, string>
}
