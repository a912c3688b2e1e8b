import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import type { AdminAffiliate } from "../../types"
import { customerName } from "../lib/customer-name"
import { affiliateKeys, fetchAffiliates } from "./api/affiliates"

/** As many as a list route gives at once. */
const MOST = 100
const NONE: AdminAffiliate[] = []

/** The names of a page's affiliates, read at once: a code alone tells a merchant nothing. */
export function useAffiliateNames(ids: string[]): Map<string, string> {
  const id = [...new Set(ids)].sort()
  const { data } = useQuery({
    queryKey: affiliateKeys.list({ id }),
    queryFn: () => fetchAffiliates({ id, limit: MOST }),
    enabled: id.length > 0,
    placeholderData: keepPreviousData,
  })
  const affiliates = data?.affiliates ?? NONE
  return useMemo(() => new Map(affiliates.map((affiliate) => [affiliate.id, customerName(affiliate.customer)])), [affiliates])
}

/** The ids of a program's affiliates that a search by code, name or e-mail finds. */
export function useAffiliatesFound(q: string | undefined, program_id: string): Set<string> {
  const query = { q, program_id, limit: MOST }
  const { data } = useQuery({ queryKey: affiliateKeys.list(query), queryFn: () => fetchAffiliates(query), enabled: Boolean(q) })
  const affiliates = data?.affiliates ?? NONE
  return useMemo(() => new Set(affiliates.map(({ id }) => id)), [affiliates])
}
