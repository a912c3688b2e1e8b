import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminAffiliateListParams,
  AdminAffiliateListResponse,
  AdminAffiliateResponse,
  AdminCreateAffiliate,
  AdminCreateAffiliateAdjustment,
  AdminCreateAffiliateResponse,
  AdminUpdateAffiliate,
  AdminUpdateAffiliates,
  AdminUpdateAffiliatesResponse,
} from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { customerReferrerKeys } from "./customer-referrer"
import { ledgerKeys } from "./ledger"

export const AFFILIATES_PATH = "/admin/affiliates"
export const affiliateKeys = queryKeys("affiliates")

export const fetchAffiliates = (query: AdminAffiliateListParams) =>
  sdk.client.fetch<AdminAffiliateListResponse>(AFFILIATES_PATH, { query: { ...query } })

export function useAffiliates(query: AdminAffiliateListParams = {}, { enabled = true }: { enabled?: boolean } = {}) {
  return useQuery({
    enabled,
    queryKey: affiliateKeys.list(query),
    queryFn: () => fetchAffiliates(query),
    placeholderData: keepPreviousData,
  })
}

export function useAffiliate(id: string) {
  return useQuery({
    queryKey: affiliateKeys.detail(id),
    queryFn: () => sdk.client.fetch<AdminAffiliateResponse>(`${AFFILIATES_PATH}/${id}`),
  })
}

export function useCreateAffiliate() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AdminCreateAffiliate) => sdk.client.fetch<AdminCreateAffiliateResponse>(AFFILIATES_PATH, { method: "POST", body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: customerReferrerKeys.all })
      return client.invalidateQueries({ queryKey: affiliateKeys.all })
    },
  })
}

export function useUpdateAffiliate(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AdminUpdateAffiliate) =>
      sdk.client.fetch<AdminAffiliateResponse>(`${AFFILIATES_PATH}/${id}`, { method: "POST", body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: customerReferrerKeys.all })
      return client.invalidateQueries({ queryKey: affiliateKeys.all })
    },
  })
}

export function useUpdateAffiliates() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AdminUpdateAffiliates) =>
      sdk.client.fetch<AdminUpdateAffiliatesResponse>(`${AFFILIATES_PATH}/batch/update`, { method: "POST", body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: customerReferrerKeys.all })
      return client.invalidateQueries({ queryKey: affiliateKeys.all })
    },
  })
}

export function useAdjustBalance(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: AdminCreateAffiliateAdjustment) =>
      sdk.client.fetch<unknown>(`${AFFILIATES_PATH}/${id}/adjustments`, { method: "POST", body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ledgerKeys.all })
      return client.invalidateQueries({ queryKey: affiliateKeys.detail(id) })
    },
  })
}
