import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { AdminAffiliateReferralListParams, AdminAffiliateReferralListResponse } from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

export const REFERRALS_PATH = "/admin/affiliate-referrals"
export const referralKeys = queryKeys("affiliate_referrals")

/** Undefined while the filters are not known. */
export function useReferrals(query: AdminAffiliateReferralListParams | undefined) {
  return useQuery({
    queryKey: referralKeys.list(query),
    queryFn: () => sdk.client.fetch<AdminAffiliateReferralListResponse>(REFERRALS_PATH, { query: { ...query } }),
    enabled: query !== undefined,
    placeholderData: keepPreviousData,
  })
}
