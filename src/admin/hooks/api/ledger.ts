import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type { LedgerListQuery, LedgerListResponse } from "../../types/ledger-entry"

export const ledgerKeys = queryKeys("affiliate_ledger")

export function useLedger(query: LedgerListQuery) {
  return useQuery({
    queryKey: ledgerKeys.list(query),
    queryFn: () => sdk.client.fetch<LedgerListResponse>("/admin/affiliate-ledger", { query: { ...query } }),
    placeholderData: keepPreviousData,
  })
}
