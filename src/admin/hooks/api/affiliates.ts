import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import type {
  AdjustmentPayload,
  AffiliateListQuery,
  AffiliateListResponse,
  AffiliateResponse,
  AffiliateUpdate,
} from "../../types/affiliate"
import { customerReferrerKeys } from "./customer-referrer"
import { ledgerKeys } from "./ledger"

const PATH = "/admin/affiliates"
export const affiliateKeys = queryKeys("affiliates")

export const fetchAffiliates = (query: AffiliateListQuery & { id?: string | string[] }) =>
  sdk.client.fetch<AffiliateListResponse>(PATH, { query: { ...query } })

export function useAffiliates(query: AffiliateListQuery = {}) {
  return useQuery({
    queryKey: affiliateKeys.list(query),
    queryFn: () => fetchAffiliates(query),
    placeholderData: keepPreviousData,
  })
}

export function useAffiliate(id: string) {
  return useQuery({
    queryKey: affiliateKeys.detail(id),
    queryFn: () => sdk.client.fetch<AffiliateResponse>(`${PATH}/${id}`),
  })
}

export function useCreateAffiliate() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { program_id: string; customer_id: string }) => sdk.client.fetch<AffiliateResponse>(PATH, { method: "POST", body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: customerReferrerKeys.all })
      return client.invalidateQueries({ queryKey: affiliateKeys.all })
    },
  })
}

export function useUpdateAffiliate(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AffiliateUpdate) => sdk.client.fetch<AffiliateResponse>(`${PATH}/${id}`, { method: "POST", body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: customerReferrerKeys.all })
      return client.invalidateQueries({ queryKey: affiliateKeys.all })
    },
  })
}

export function useAdjustBalance(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AdjustmentPayload) => sdk.client.fetch<unknown>(`${PATH}/${id}/adjustments`, { method: "POST", body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ledgerKeys.all })
      return client.invalidateQueries({ queryKey: affiliateKeys.detail(id) })
    },
  })
}
