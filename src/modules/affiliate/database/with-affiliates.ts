import { rows, type Sql } from "./connection"

/** A search filter with the affiliates whose code holds its text: as values, because PostgreSQL does not guess how many a query will find. */
export async function withAffiliates<Filters extends { q?: string }>(sql: Sql, filters: Filters): Promise<Filters> {
  if (filters.q === undefined) return filters
  const found = await rows<{ id: string }>(sql, "SELECT affiliate.id FROM affiliate WHERE affiliate.code ILIKE :q", { q: filters.q })
  return { ...filters, q_affiliates: found.map(({ id }) => id) }
}
