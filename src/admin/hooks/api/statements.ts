import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query"
import type { AffiliateStatementListParams, AffiliateStatementListResponse } from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

const statementKeys = queryKeys("affiliate_statements")
export const statementsPath = (affiliateId: string) => `/admin/affiliates/${affiliateId}/statements`

/** Always refetched, because every ledger entry changes them. */
export function useStatements(affiliateId: string, query: AffiliateStatementListParams) {
  return useQuery({
    queryKey: statementKeys.detail(affiliateId, query),
    queryFn: () => sdk.client.fetch<AffiliateStatementListResponse>(statementsPath(affiliateId), { query: { ...query } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** Call it after a download: the first document of a statement gives it its number. */
export function useRefreshStatements() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: statementKeys.all })
}
