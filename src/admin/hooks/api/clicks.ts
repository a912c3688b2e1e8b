import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type {
  AdminAffiliateClickGroupListParams,
  AdminAffiliateClickGroupListResponse,
  AdminAffiliateClickListParams,
  AdminAffiliateClickListResponse,
  AdminAffiliateIgnoredClickListParams,
  AdminAffiliateIgnoredClickListResponse,
} from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

export const CLICKS_PATH = "/admin/affiliate-clicks"
const clickKeys = queryKeys("affiliate_clicks")

function useClickList<Response>(path: string, query: object | undefined) {
  return useQuery({
    queryKey: clickKeys.list({ path, ...query }),
    queryFn: () => sdk.client.fetch<Response>(path, { query: { ...query } }),
    enabled: query !== undefined,
    placeholderData: keepPreviousData,
  })
}

export const useClicks = (query: AdminAffiliateClickListParams | undefined) =>
  useClickList<AdminAffiliateClickListResponse>(CLICKS_PATH, query)

export const useClickGroups = (query: AdminAffiliateClickGroupListParams | undefined) =>
  useClickList<AdminAffiliateClickGroupListResponse>(`${CLICKS_PATH}/groups`, query)

export const useIgnoredClicks = (query: AdminAffiliateIgnoredClickListParams | undefined) =>
  useClickList<AdminAffiliateIgnoredClickListResponse>(`${CLICKS_PATH}/ignored`, query)
