import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useMemo } from "react"
import type { AdminAffiliate } from "../../types"
import { customerName } from "../lib/customer-name"
import { affiliateKeys, fetchAffiliates } from "./api/affiliates"

/** The largest page of a list route. */
const MAX_PAGE_SIZE = 100
const NONE: AdminAffiliate[] = []

/** The names of the affiliates on a page, in one request, because merchants do not know affiliates by their codes. */
export function useAffiliateNames(ids: string[]): Map<string, string> {
  const id = [...new Set(ids)].sort()
  const { data } = useQuery({
    queryKey: affiliateKeys.list({ id }),
    queryFn: () => fetchAffiliates({ id, limit: MAX_PAGE_SIZE }),
    enabled: id.length > 0,
    placeholderData: keepPreviousData,
  })
  const affiliates = data?.affiliates ?? NONE
  return useMemo(() => new Map(affiliates.map((affiliate) => [affiliate.id, customerName(affiliate.customer)])), [affiliates])
}

/** The ids of the program's affiliates that match a search by code, name or e-mail. */
export function useAffiliatesFound(q: string | undefined, program_id: string): Set<string> {
  const query = { q, program_id, limit: MAX_PAGE_SIZE }
  const { data } = useQuery({ queryKey: affiliateKeys.list(query), queryFn: () => fetchAffiliates(query), enabled: Boolean(q) })
  const affiliates = data?.affiliates ?? NONE
  return useMemo(() => new Set(affiliates.map(({ id }) => id)), [affiliates])
}
