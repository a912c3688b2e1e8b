import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminAffiliateGroupListParams,
  AdminAffiliateGroupListResponse,
  AdminAffiliateGroupResponse,
  AdminChangeAffiliateGroupMembers,
} from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { affiliateKeys } from "./affiliates"

const PATH = "/admin/affiliate-groups"
const groupKeys = queryKeys("affiliate_groups")

export const fetchAffiliateGroups = (query: AdminAffiliateGroupListParams) =>
  sdk.client.fetch<AdminAffiliateGroupListResponse>(PATH, { query: { ...query } })

export function useAffiliateGroups(query: AdminAffiliateGroupListParams = {}) {
  return useQuery({
    queryKey: groupKeys.list(query),
    queryFn: () => fetchAffiliateGroups(query),
    placeholderData: keepPreviousData,
  })
}

export function useAffiliateGroup(id: string) {
  return useQuery({ queryKey: groupKeys.detail(id), queryFn: () => sdk.client.fetch<AdminAffiliateGroupResponse>(`${PATH}/${id}`) })
}

/** Affiliates name their groups, so that their lists are refreshed too. */
const useChange = <Body, Response>(change: (body: Body) => Promise<Response>) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: affiliateKeys.all })
      return client.invalidateQueries({ queryKey: groupKeys.all })
    },
  })
}

export const useCreateAffiliateGroup = () =>
  useChange((name: string) => sdk.client.fetch<AdminAffiliateGroupResponse>(PATH, { method: "POST", body: { name } }))

export const useRenameAffiliateGroup = (id: string) =>
  useChange((name: string) => sdk.client.fetch<AdminAffiliateGroupResponse>(`${PATH}/${id}`, { method: "POST", body: { name } }))

export const useDeleteAffiliateGroup = () => useChange((id: string) => sdk.client.fetch<unknown>(`${PATH}/${id}`, { method: "DELETE" }))

export const useChangeGroupMembers = () =>
  useChange(({ group_id, ...body }: AdminChangeAffiliateGroupMembers & { group_id: string }) =>
    sdk.client.fetch<AdminAffiliateGroupResponse>(`${PATH}/${group_id}/affiliates`, { method: "POST", body })
  )
