import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type { CommissionListQuery, CommissionListResponse } from "../../types/commission"

export const commissionKeys = queryKeys("affiliate_commissions")

export function useCommissions(query: CommissionListQuery) {
  return useQuery({
    queryKey: commissionKeys.list(query),
    queryFn: () => sdk.client.fetch<CommissionListResponse>("/admin/affiliate-commissions", { query: { ...query } }),
    placeholderData: keepPreviousData,
  })
}
