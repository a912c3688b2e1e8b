import { keepPreviousData, useQuery } from "@tanstack/react-query"
import type {
  AdminAffiliateSetupResponse,
  AdminAffiliateStatisticsOverviewResponse,
  AdminAffiliateStatisticsTopsResponse,
  AdminAffiliateTasksResponse,
  AffiliateStatisticsInterval,
} from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import type { Range } from "../../lib/range-params"
import { sdk } from "../../lib/sdk"

const PATH = "/admin/affiliate-statistics"
const overviewKeys = queryKeys("affiliate_statistics_overview")
const topKeys = queryKeys("affiliate_statistics_tops")
const WAITING_MS = 3000

export function useStatisticsOverview(range: Range | undefined, interval: AffiliateStatisticsInterval) {
  const days = range && { from: range.from, to: range.to, before_from: range.before.from, before_to: range.before.to }
  const query = { ...days, program_id: range?.program_id, affiliate_id: range?.affiliate_id, interval }
  return useQuery({
    queryKey: overviewKeys.list(query),
    queryFn: () => sdk.client.fetch<AdminAffiliateStatisticsOverviewResponse>(`${PATH}/overview`, { query }),
    enabled: range !== undefined,
    placeholderData: keepPreviousData,
  })
}

export function useStatisticsTops(range: Range, currency_code: string | undefined) {
  const query = { from: range.from, to: range.to, program_id: range.program_id, currency_code }
  return useQuery({
    queryKey: topKeys.list(query),
    queryFn: () => sdk.client.fetch<AdminAffiliateStatisticsTopsResponse>(`${PATH}/tops`, { query }),
    placeholderData: keepPreviousData,
  })
}

export function useTasks(program_id: string | undefined) {
  return useQuery({
    queryKey: queryKeys("affiliate_tasks").list({ program_id }),
    queryFn: () => sdk.client.fetch<AdminAffiliateTasksResponse>("/admin/affiliate-tasks", { query: { program_id } }),
  })
}

/** Looks again every few seconds until the storefront's first click has come in. */
export function useSetup() {
  return useQuery({
    queryKey: queryKeys("affiliate_setup").all,
    queryFn: () => sdk.client.fetch<AdminAffiliateSetupResponse>("/admin/affiliate-setup"),
    refetchInterval: ({ state }) => (state.data && !state.data.affiliate_setup.has_click ? WAITING_MS : false),
  })
}
