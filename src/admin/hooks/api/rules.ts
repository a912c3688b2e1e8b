import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import type {
  AdminAffiliateCommissionRuleListResponse,
  AdminAffiliateCommissionRuleResponse,
  AdminCreateAffiliateCommissionRule,
  AdminTryAffiliateCommissionRules,
  AdminTryAffiliateCommissionRulesResponse,
} from "../../../types"
import { queryKeys } from "../../lib/query-keys"
import { sdk } from "../../lib/sdk"

const ruleKeys = queryKeys("affiliate_commission_rules")
const pathOf = (programId: string) => `/admin/affiliate-programs/${programId}/commission-rules`
const PAGE = 100

/** All rules of a program: their order is one, however many pages it has. */
async function fetchRules(programId: string): Promise<AdminAffiliateCommissionRuleListResponse> {
  const page = (offset: number) =>
    sdk.client.fetch<AdminAffiliateCommissionRuleListResponse>(pathOf(programId), { query: { limit: PAGE, offset } })
  const all = await page(0)
  while (all.commission_rules.length < all.count) {
    const { commission_rules } = await page(all.commission_rules.length)
    if (commission_rules.length === 0) break
    all.commission_rules.push(...commission_rules)
  }
  return all
}

export const useRules = (programId: string) =>
  useQuery({ queryKey: ruleKeys.detail(programId), queryFn: () => fetchRules(programId), enabled: programId !== "" })

const useChange = <Body, Response>(change: (body: Body) => Promise<Response>) => {
  const client = useQueryClient()
  return useMutation({ mutationFn: change, onSuccess: () => client.invalidateQueries({ queryKey: ruleKeys.all }) })
}

/** Creates a rule, or changes the one that is named. */
export const useSaveRule = (programId: string, id?: string) =>
  useChange((body: AdminCreateAffiliateCommissionRule) =>
    sdk.client.fetch<AdminAffiliateCommissionRuleResponse>(id ? `${pathOf(programId)}/${id}` : pathOf(programId), { method: "POST", body })
  )

export const useDeleteRule = (programId: string) =>
  useChange((id: string) => sdk.client.fetch<unknown>(`${pathOf(programId)}/${id}`, { method: "DELETE" }))

export const useOrderRules = (programId: string) =>
  useChange((ids: string[]) => sdk.client.fetch<unknown>(`${pathOf(programId)}/order`, { method: "POST", body: { ids } }))

/** A POST that changes nothing, so no query is refreshed. */
export const useTryRules = (programId: string) =>
  useMutation({
    mutationFn: (body: AdminTryAffiliateCommissionRules) =>
      sdk.client.fetch<AdminTryAffiliateCommissionRulesResponse>(`${pathOf(programId)}/try`, { method: "POST", body }),
  })
