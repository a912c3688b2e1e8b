import { orderBy, selectPage, type Listing } from "./page"

/** From this row on, walking to a page costs more than adding up where it lies. */
const DEEP = 1000

/**
 * A page that lies behind many rows, in the default order: only the stretches that it touches are read. They are found in its own statement, so
 * that no row is in two pages. Undefined where a walk is as good, or nobody knows the stretches.
 */
export function selectDeepPage<Filters extends object>(
  listing: Omit<Listing<Filters>, "row">,
  filters: Filters,
  where: string,
  order: string,
  offset: number
): string | undefined {
  const isDefault = order.replace(/^-/, "") === listing.defaultOrder.replace(/^-/, "")
  const stretches = isDefault && offset >= DEEP ? listing.stretches?.(filters) : undefined
  if (stretches === undefined) return undefined
  const direction = order.startsWith("-") ? "DESC" : "ASC"
  const field = listing.orders[order.replace(/^-/, "")] as string
  const isTouched = `${field} >= (SELECT starts_at FROM touched) AND ${field} < (SELECT ends_at FROM touched)`
  const page = selectPage(
    listing,
    where ? `${where} AND ${isTouched}` : `WHERE ${isTouched}`,
    orderBy(listing, order),
    "LIMIT :limit OFFSET :offset::bigint - (SELECT rows_before FROM touched)"
  )
  return `
    WITH placed AS (
      SELECT starts_at, ends_at, rows, sum(rows) OVER (ORDER BY starts_at ${direction}) AS rows_to_end FROM (${stretches}) stretch
    ),
    touched AS MATERIALIZED (
      SELECT min(starts_at) AS starts_at, max(ends_at) AS ends_at, min(rows_to_end - rows)::bigint AS rows_before
      FROM placed WHERE rows_to_end > :offset AND rows_to_end - rows < :offset::bigint + :limit::bigint
    )
    ${page}`
}
