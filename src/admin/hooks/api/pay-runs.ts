import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type { AdminAffiliatePayRunListParams, AdminAffiliatePayRunListResponse, AdminAffiliatePayRunResponse } from "../../../types"
import { sdk } from "../../lib/sdk"
import { payoutKeys } from "./payouts"

const PATH = "/admin/affiliate-pay-runs"

/** Every change of a payout changes its run, so runs live under the key of payouts. */
const payRunKey = (...rest: unknown[]) => [...payoutKeys.all, "runs", ...rest]

export function usePayRuns(query: AdminAffiliatePayRunListParams) {
  return useQuery({
    queryKey: payRunKey(query),
    queryFn: () => sdk.client.fetch<AdminAffiliatePayRunListResponse>(PATH, { query: { ...query } }),
    placeholderData: keepPreviousData,
  })
}

export function usePayRun(id: string) {
  return useQuery({
    queryKey: payRunKey("detail", id),
    queryFn: () => sdk.client.fetch<AdminAffiliatePayRunResponse>(`${PATH}/${id}`),
    staleTime: 0,
  })
}
