/** Who an affiliate is to an accountant. What is null is taken from his customer account. */
export interface BillingDetails {
  name: string | null
  company: string | null
  /** In lines. */
  address: string | null
  country_code: string | null
  tax_id: string | null
}

export interface BillingDetailsResponse {
  billing_details: BillingDetails
}
