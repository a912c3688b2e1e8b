import type { z } from "@medusajs/framework/zod"

import { rows, type Sql } from "./connection"
import { COUNTED_ROWS, orderBy, selectPage, sortedField, type Listing, type PageOf, type PageRequest } from "./page"
import { checkedRows } from "./row-check"

type Bindings = Record<string, unknown>

/** Where the rows of a page are looked for instead of among all rows, as SQL that binds what the list binds. */
export interface FoundRows {
  /** CTEs before the others. */
  ctes: string
  /** A query of ids and `sorted_by`: at least the first `:offset + :limit` rows. */
  found: string
  /** An expression of how many rows there are on all pages. */
  count: string
  /** Whether they were counted one by one, and so only up to `COUNTED_ROWS`. */
  isCounted?: boolean
}

/** The page of a list whose rows are found without a look at all of them. */
export async function readFoundRows<T extends object, Filters extends object>(
  sql: Sql,
  listing: Listing<Filters, T>,
  { ctes, found, count: counted, isCounted = false }: FoundRows,
  bindings: Bindings,
  { limit, offset, order = listing.defaultOrder }: PageRequest
): Promise<PageOf<T>> {
  const page = placeOf(listing, order)
  const statement = `
    WITH ${ctes}, found AS MATERIALIZED (${found}),
    counted AS (SELECT ${counted} AS count)
    SELECT counted.count AS found_count, page.*
    FROM counted LEFT JOIN LATERAL (${rowsOf(listing, page, "true")}) page ON true
    ORDER BY page.place`
  const read = await rows<Found>(sql, statement, { ...bindings, limit, offset })
  const count = read[0]?.found_count ?? 0
  const isExact = !isCounted || count <= COUNTED_ROWS
  return { rows: shownRows(listing, statement, read), count: isExact ? count : COUNTED_ROWS, is_count_exact: isExact }
}

/**
 * A page of a filtered list, counted and sorted after everything that the filters find was found once, in any order. Undefined where that is
 * more than is counted: such a page is better read in the order of an index, which of a few rows among millions would pass all the others.
 */
export async function readFewRows<T extends object, Filters extends object>(
  sql: Sql,
  listing: Listing<Filters, T>,
  where: string,
  bindings: Bindings,
  { limit, offset, order = listing.defaultOrder }: PageRequest
): Promise<PageOf<T> | undefined> {
  const page = placeOf(listing, order)
  const statement = `
    WITH found AS MATERIALIZED (
      SELECT ${listing.id.join(", ")}, ${sortedField(listing, order)} AS sorted_by FROM ${listing.from} ${where} LIMIT ${COUNTED_ROWS + 1}
    ),
    counted AS (SELECT count(*)::int AS count FROM found)
    SELECT counted.count AS found_count, page.*
    FROM counted LEFT JOIN LATERAL (${rowsOf(listing, page, `counted.count <= ${COUNTED_ROWS}`)}) page ON true
    ORDER BY page.place`
  const read = await rows<Found>(sql, statement, { ...bindings, limit, offset })
  const count = read[0]?.found_count ?? 0
  if (count > COUNTED_ROWS) return undefined
  return { rows: shownRows(listing, statement, read), count, is_count_exact: true }
}

const nameOf = (column: string): string => column.replace(/^.*\./, "")

const placeOf = ({ id }: Pick<Listing<object>, "id">, order: string): string =>
  orderBy({ orders: { [order.replace(/^-/, "")]: "found.sorted_by" }, id: id.map((column) => `found.${nameOf(column)}`) }, order)

/** The page's rows among `found`, numbered as `place`. */
const rowsOf = (
  { fields, from, joins = "", id }: Pick<Listing<object>, "fields" | "from" | "joins" | "id">,
  page: string,
  isWanted: string
): string => `
      SELECT true AS is_row, ${fields}, row_number() OVER (ORDER BY ${page}) AS place
      FROM (SELECT * FROM found WHERE ${isWanted} ORDER BY ${page} LIMIT :limit OFFSET :offset) found
      JOIN ${from} ON ${id.map((column) => `${column} = found.${nameOf(column)}`).join(" AND ")} ${joins}`

function shownRows<T extends object>(listing: { row?: z.ZodType<T> }, statement: string, read: Found[]): T[] {
  const found = read.filter(({ is_row }) => is_row).map(({ found_count: _, is_row: __, place: ___, ...row }) => row as T)
  return listing.row ? checkedRows({ sql: statement, row: listing.row }, found) : found
}

interface Found {
  found_count: number
  is_row: true | null
  place: unknown
}

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
