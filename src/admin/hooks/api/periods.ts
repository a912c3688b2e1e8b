import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminAffiliatePeriodListParams,
  AdminAffiliatePeriodListResponse,
  AdminAffiliatePeriodParams,
  AdminAffiliatePeriodResponse,
  AdminReplayAffiliatePeriod,
  AdminReplayAffiliatePeriodResponse,
  AdminSendAffiliatePeriodStatementsResponse,
} from "../../../types"
import type { ReplayedRule } from "../../lib/replayed-rule"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"
import { affiliateKeys } from "./affiliates"
import { commissionKeys } from "./commissions"
import { ledgerKeys } from "./ledger"

const PATH = "/admin/affiliate-periods"
export const periodKeys = queryKeys("affiliate_periods")

export interface PeriodOfProgram {
  period: string
  program_id: string
}

type PeriodPage = Pick<AdminAffiliatePeriodParams, "limit" | "offset" | "affiliate_id">

export const fetchPeriod = ({ period, program_id }: PeriodOfProgram, page: PeriodPage = {}) =>
  sdk.client.fetch<AdminAffiliatePeriodResponse>(`${PATH}/${encodeURIComponent(period)}`, { query: { program_id, ...page } })

export function usePeriods(query: AdminAffiliatePeriodListParams) {
  return useQuery({
    queryKey: periodKeys.list(query),
    queryFn: () => sdk.client.fetch<AdminAffiliatePeriodListResponse>(PATH, { query: { ...query } }),
    placeholderData: keepPreviousData,
  })
}

export const PERIOD_PAGE_SIZE = 50

/** A month with a page of its rows: its tables begin with the same one, so that they share a request. */
export function usePeriod({ period, program_id }: PeriodOfProgram, page: Omit<PeriodPage, "limit"> = { offset: 0 }) {
  const query = { ...page, limit: PERIOD_PAGE_SIZE }
  return useQuery({
    queryKey: periodKeys.detail(period, { program_id, ...query }),
    queryFn: () => fetchPeriod({ period, program_id }, query),
    enabled: program_id !== "",
    placeholderData: keepPreviousData,
  })
}

/** A POST that changes nothing, so no query is refreshed. */
export function useReplayPeriod({ period, program_id }: PeriodOfProgram) {
  return useMutation({
    mutationFn: (settings: AdminReplayAffiliatePeriod) =>
      sdk.client.fetch<AdminReplayAffiliatePeriodResponse>(`${PATH}/${encodeURIComponent(period)}/replay`, {
        method: "POST",
        body: { program_id, ...settings },
      }),
  })
}

/** What a month would have paid under other rules. Asked for once: the answer is of these rules, and a closed month does not change. */
export function useReplayedRules({ period, program_id }: PeriodOfProgram, rules: ReplayedRule[]) {
  return useQuery({
    queryKey: periodKeys.detail(period, { program_id, rules }),
    queryFn: () =>
      sdk.client.fetch<AdminReplayAffiliatePeriodResponse>(`${PATH}/${encodeURIComponent(period)}/replay`, {
        method: "POST",
        body: { program_id, rules },
      }),
  })
}

/** Mails the statements of a month, call by call, until none is left. */
export function useSendStatements({ period, program_id }: PeriodOfProgram) {
  return useMutation({
    mutationFn: async () => {
      const path = `${PATH}/${encodeURIComponent(period)}/statements`
      const send = () => sdk.client.fetch<AdminSendAffiliatePeriodStatementsResponse>(path, { method: "POST", body: { program_id } })
      let { statements: all } = await send()
      while (all.waiting_count > 0) {
        const { statements: next } = await send()
        all = { ...next, sent_count: all.sent_count + next.sent_count, failed_count: all.failed_count + next.failed_count }
      }
      return all
    },
  })
}

/** Refreshes everything that shows amounts, because a close turns commissions into balances. */
export function useClosePeriod() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ period, program_id }: PeriodOfProgram) =>
      sdk.client.fetch<unknown>(`${PATH}/${encodeURIComponent(period)}/close`, { method: "POST", body: { program_id } }),
    onSuccess: () => {
      for (const keys of [affiliateKeys, commissionKeys, ledgerKeys]) void client.invalidateQueries({ queryKey: keys.all })
      return client.invalidateQueries({ queryKey: periodKeys.all })
    },
  })
}
