import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { AdminAffiliateLedgerEntryListParams, AdminAffiliateLedgerEntryListResponse } from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

export const ledgerKeys = queryKeys("affiliate_ledger")

export function useLedger(query: AdminAffiliateLedgerEntryListParams) {
  return useQuery({
    queryKey: ledgerKeys.list(query),
    queryFn: () => sdk.client.fetch<AdminAffiliateLedgerEntryListResponse>("/admin/affiliate-ledger", { query: { ...query } }),
    placeholderData: keepPreviousData,
  })
}
