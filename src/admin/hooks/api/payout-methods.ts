import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type { OwnPayoutMethodResponse, PayoutMethod, PayoutMethodListResponse, PayoutMethodPayload } from "../../types/payout-method"

const payoutMethodKeys = queryKeys("affiliate_payout_methods")
const ownPath = (affiliateId: string) => `/admin/affiliates/${affiliateId}/payout-method`
const NONE: PayoutMethod[] = []

/** Every way to pay affiliates that this store knows. */
export function usePayoutMethods(): PayoutMethod[] {
  const { data } = useQuery({
    queryKey: payoutMethodKeys.list(),
    queryFn: () => sdk.client.fetch<PayoutMethodListResponse>("/admin/affiliate-payout-methods"),
  })
  return data?.payout_methods ?? NONE
}

/** Read anew each time: the affiliate chooses in his account, from what the program allows. */
export function useOwnPayoutMethod(affiliateId: string) {
  return useQuery({
    queryKey: payoutMethodKeys.detail(affiliateId),
    queryFn: () => sdk.client.fetch<OwnPayoutMethodResponse>(ownPath(affiliateId)),
    staleTime: 0,
  })
}

export function useChoosePayoutMethod(affiliateId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: PayoutMethodPayload) => sdk.client.fetch<OwnPayoutMethodResponse>(ownPath(affiliateId), { method: "POST", body }),
    onSuccess: () => client.invalidateQueries({ queryKey: payoutMethodKeys.detail(affiliateId) }),
  })
}
