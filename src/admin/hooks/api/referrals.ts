import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type { ReferralListQuery, ReferralListResponse } from "../../types/referral"

export const referralKeys = queryKeys("affiliate_referrals")

export function useReferrals(query: ReferralListQuery) {
  return useQuery({
    queryKey: referralKeys.list(query),
    queryFn: () => sdk.client.fetch<ReferralListResponse>("/admin/affiliate-referrals", { query: { ...query } }),
    placeholderData: keepPreviousData,
  })
}
