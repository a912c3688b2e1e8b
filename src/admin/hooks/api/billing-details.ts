import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AffiliateBillingDetails, AffiliateBillingDetailsResponse } from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

const billingKeys = queryKeys("affiliate_billing_details")
const pathOf = (affiliateId: string) => `/admin/affiliates/${affiliateId}/billing-details`

export function useBillingDetails(affiliateId: string) {
  return useQuery({
    queryKey: billingKeys.detail(affiliateId),
    queryFn: () => sdk.client.fetch<AffiliateBillingDetailsResponse>(pathOf(affiliateId)),
  })
}

export function useUpdateBillingDetails(affiliateId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AffiliateBillingDetails) =>
      sdk.client.fetch<AffiliateBillingDetailsResponse>(pathOf(affiliateId), { method: "POST", body }),
    onSuccess: () => client.invalidateQueries({ queryKey: billingKeys.detail(affiliateId) }),
  })
}
