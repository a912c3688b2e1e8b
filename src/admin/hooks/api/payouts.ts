import { keepPreviousData, type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminAffiliatePayoutListParams,
  AdminAffiliatePayoutListResponse,
  AdminAffiliatePayoutResponse,
  AdminCreateAffiliatePayouts,
  AdminCreateAffiliatePayoutsResponse,
  AdminCancelAffiliatePayout,
  AdminPreviewAffiliatePayoutsParams,
  AdminPreviewAffiliatePayoutsResponse,
  AdminSettleAffiliatePayout,
  AdminSettleAffiliatePayouts,
  AdminSettleAffiliatePayoutsResponse,
} from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { affiliateKeys } from "./affiliates"
import { ledgerKeys } from "./ledger"

export const PAYOUTS_PATH = "/admin/affiliate-payouts"
export const payoutKeys = queryKeys("affiliate_payouts")

/** How a payout can end: the money arrived, it came back, or it was not sent. */
export type PayoutEnding = "settle" | "fail" | "cancel"

export function usePayouts(query: AdminAffiliatePayoutListParams) {
  return useQuery({
    queryKey: payoutKeys.list(query),
    queryFn: () => sdk.client.fetch<AdminAffiliatePayoutListResponse>(PAYOUTS_PATH, { query: { ...query } }),
    placeholderData: keepPreviousData,
  })
}

/** One payout, with its masked details. */
export function usePayout(id: string) {
  return useQuery({
    queryKey: payoutKeys.detail(id),
    queryFn: () => sdk.client.fetch<AdminAffiliatePayoutResponse>(`${PAYOUTS_PATH}/${id}`),
  })
}

/** Always refetched, because balances may have changed since. */
export function usePayoutPreview({ program_id, currency_code, affiliate_ids }: AdminPreviewAffiliatePayoutsParams) {
  const query = { program_id, currency_code, affiliate_ids }
  return useQuery({
    queryKey: payoutKeys.detail("preview", query),
    queryFn: () => sdk.client.fetch<AdminPreviewAffiliatePayoutsResponse>(`${PAYOUTS_PATH}/preview`, { query }),
    enabled: program_id !== "",
    staleTime: 0,
  })
}

export function useCreatePayouts() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AdminCreateAffiliatePayouts) =>
      sdk.client.fetch<AdminCreateAffiliatePayoutsResponse>(PAYOUTS_PATH, { method: "POST", body }),
    onSuccess: () => refreshMoney(client),
  })
}

export function useEndPayout(id: string, ending: PayoutEnding) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AdminSettleAffiliatePayout | AdminCancelAffiliatePayout) =>
      sdk.client.fetch<AdminAffiliatePayoutResponse>(`${PAYOUTS_PATH}/${id}/${ending}`, { method: "POST", body }),
    // Also after a refusal: the API may have learned from the provider that the payout is paid.
    onSettled: () => refreshMoney(client),
  })
}

/** Settles all of them, or none. */
export function useSettlePayouts() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AdminSettleAffiliatePayouts) =>
      sdk.client.fetch<AdminSettleAffiliatePayoutsResponse>(`${PAYOUTS_PATH}/settle`, { method: "POST", body }),
    onSuccess: () => refreshMoney(client),
  })
}

/** Asks the provider for a payout's status. */
export function useCheckPayout(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => sdk.client.fetch<AdminAffiliatePayoutResponse>(`${PAYOUTS_PATH}/${id}/check`, { method: "POST" }),
    onSuccess: () => refreshMoney(client),
  })
}

/** Refreshes everything that shows balances, because a payout changes them. */
function refreshMoney(client: QueryClient): Promise<void> {
  for (const keys of [affiliateKeys, ledgerKeys]) void client.invalidateQueries({ queryKey: keys.all })
  return client.invalidateQueries({ queryKey: payoutKeys.all })
}
