import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type {
  AdminAffiliateCommissionListParams,
  AdminAffiliateCommissionListResponse,
  AdminAffiliateCommissionTotalsParams,
  AdminAffiliateCommissionTotalsResponse,
} from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

export const COMMISSIONS_PATH = "/admin/affiliate-commissions"
export const commissionKeys = queryKeys("affiliate_commissions")

/** Undefined while the filters are not known. */
export function useCommissions(query: AdminAffiliateCommissionListParams | undefined) {
  return useQuery({
    queryKey: commissionKeys.list(query),
    queryFn: () => sdk.client.fetch<AdminAffiliateCommissionListResponse>(COMMISSIONS_PATH, { query: { ...query } }),
    enabled: query !== undefined,
    placeholderData: keepPreviousData,
  })
}

/** The sums of all pages of the list. */
export function useCommissionTotals(query: AdminAffiliateCommissionTotalsParams | undefined) {
  return useQuery({
    queryKey: [...commissionKeys.all, "totals", query],
    queryFn: () => sdk.client.fetch<AdminAffiliateCommissionTotalsResponse>(`${COMMISSIONS_PATH}/totals`, { query: { ...query } }),
    enabled: query !== undefined,
    placeholderData: keepPreviousData,
  })
}
