import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { AdminAffiliateReferralListParams, AdminAffiliateReferralListResponse } from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

export const referralKeys = queryKeys("affiliate_referrals")

export function useReferrals(query: AdminAffiliateReferralListParams) {
  return useQuery({
    queryKey: referralKeys.list(query),
    queryFn: () => sdk.client.fetch<AdminAffiliateReferralListResponse>("/admin/affiliate-referrals", { query: { ...query } }),
    placeholderData: keepPreviousData,
  })
}
