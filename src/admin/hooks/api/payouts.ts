import { keepPreviousData, type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type { Payout, PayoutListQuery, PayoutListResponse, PayoutsPayload, PayoutTotal } from "../../types/payout"
import { affiliateKeys } from "./affiliates"
import { ledgerKeys } from "./ledger"

const PATH = "/admin/affiliate-payouts"
export const payoutKeys = queryKeys("affiliate_payouts")

/** What can be said of a payout that is on its way: it arrived, came back, or is not made. */
export type PayoutEnding = "settle" | "fail" | "cancel"

export function usePayouts(query: PayoutListQuery) {
  return useQuery({
    queryKey: payoutKeys.list(query),
    queryFn: () => sdk.client.fetch<PayoutListResponse>(PATH, { query: { ...query } }),
    placeholderData: keepPreviousData,
  })
}

/** Read anew each time it is shown, because money may have come in since. */
export function usePayoutPreview(program_id: string) {
  return useQuery({
    queryKey: payoutKeys.detail("preview", { program_id }),
    queryFn: () => sdk.client.fetch<{ totals: PayoutTotal[] }>(`${PATH}/preview`, { query: { program_id } }),
    enabled: program_id !== "",
    staleTime: 0,
  })
}

export function useCreatePayouts() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: PayoutsPayload) => sdk.client.fetch<{ payouts: Payout[] }>(PATH, { method: "POST", body }),
    onSuccess: () => refreshMoney(client),
  })
}

export function useEndPayout(id: string, ending: PayoutEnding) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { reference?: string; reason?: string }) =>
      sdk.client.fetch<{ payout: Payout }>(`${PATH}/${id}/${ending}`, { method: "POST", body }),
    onSuccess: () => refreshMoney(client),
  })
}

/** A payout moves balances, so everything that shows them is read again. */
function refreshMoney(client: QueryClient): Promise<void> {
  for (const keys of [affiliateKeys, ledgerKeys]) void client.invalidateQueries({ queryKey: keys.all })
  return client.invalidateQueries({ queryKey: payoutKeys.all })
}
