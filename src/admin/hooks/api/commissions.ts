import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { AdminAffiliateCommissionListParams, AdminAffiliateCommissionListResponse } from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

export const commissionKeys = queryKeys("affiliate_commissions")

export function useCommissions(query: AdminAffiliateCommissionListParams) {
  return useQuery({
    queryKey: commissionKeys.list(query),
    queryFn: () => sdk.client.fetch<AdminAffiliateCommissionListResponse>("/admin/affiliate-commissions", { query: { ...query } }),
    placeholderData: keepPreviousData,
  })
}
