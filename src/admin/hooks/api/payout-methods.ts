import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminAffiliatePayoutMethod,
  AdminAffiliatePayoutMethodListResponse,
  ChooseAffiliatePayoutMethod,
  OwnAffiliatePayoutMethodResponse,
} from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { payoutKeys } from "./payouts"

const payoutMethodKeys = queryKeys("affiliate_payout_methods")
const ownPath = (affiliateId: string) => `/admin/affiliates/${affiliateId}/payout-method`
/** The largest page of a list route: no store has as many methods. */
const MAX_PAGE = { limit: 100 }
const NONE: AdminAffiliatePayoutMethod[] = []

/** All payout methods of this store. */
export function usePayoutMethods(): AdminAffiliatePayoutMethod[] {
  const { data } = useQuery({
    queryKey: payoutMethodKeys.list(),
    queryFn: () => sdk.client.fetch<AdminAffiliatePayoutMethodListResponse>("/admin/affiliate-payout-methods", { query: MAX_PAGE }),
  })
  return data?.affiliate_payout_methods ?? NONE
}

/** Always refetched, because affiliates choose in their account and the program sets what they may choose. */
export function useOwnPayoutMethod(affiliateId: string) {
  return useQuery({
    queryKey: payoutMethodKeys.detail(affiliateId),
    queryFn: () => sdk.client.fetch<OwnAffiliatePayoutMethodResponse>(ownPath(affiliateId)),
    staleTime: 0,
  })
}

export function useChoosePayoutMethod(affiliateId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ChooseAffiliatePayoutMethod) =>
      sdk.client.fetch<OwnAffiliatePayoutMethodResponse>(ownPath(affiliateId), { method: "POST", body }),
    onSuccess: () => {
      // A preview names who has no details.
      void client.invalidateQueries({ queryKey: payoutKeys.all })
      return client.invalidateQueries({ queryKey: payoutMethodKeys.detail(affiliateId) })
    },
  })
}
