import type { z } from "@medusajs/framework/zod"

import { rows, type Sql } from "./connection"
import { filterRows, orderBy, selectPage, type Listing } from "./page"
import { checkedRows } from "./row-check"

/** A list that can be read to its end: the columns of its default order, the id among them, with their types. */
export interface ReadableToEnd<Filters, Row> extends Listing<Filters, Row> {
  row: z.ZodType<Row>
  key: [column: string, type: "timestamptz" | "text" | "int"][]
}

const PAGE = 1000

/**
 * Every row that the filters find, in the list's own order, page by page. A page begins behind the last row of the one before by its key, which
 * an index finds; rows that are written meanwhile shift nothing. The key travels as text, because a JavaScript date would lose microseconds.
 */
export async function* readAll<T extends object, Filters extends object>(
  sql: Sql,
  listing: ReadableToEnd<Filters, T>,
  filters: Filters
): AsyncGenerator<T[]> {
  const { where, bindings } = filterRows(listing, filters)
  const columns = listing.key.map(([column]) => column).join(", ")
  const behind = listing.key.map(([, type], position) => `(:after::json->>${position})::${type}`).join(", ")
  const isBehind = `(${columns}) ${listing.defaultOrder.startsWith("-") ? "<" : ">"} (${behind})`
  const fields = `${listing.fields}, json_build_array(${listing.key.map(([column]) => `${column}::text`).join(", ")})::text AS key`
  const page = (condition: string) => selectPage({ ...listing, fields }, condition, orderBy(listing, listing.defaultOrder), "LIMIT :limit")
  const [first, next] = [page(where), page(where ? `${where} AND ${isBehind}` : `WHERE ${isBehind}`)]

  for (let after: string | null = null; ; ) {
    const found: (T & { key: string })[] = await rows(sql, after === null ? first : next, { ...bindings, after, limit: PAGE })
    const last = found.at(-1)
    yield checkedRows(
      { sql: first, row: listing.row },
      found.map(({ key: _, ...row }) => row as T)
    )
    if (!last || found.length < PAGE) return
    after = last.key
  }
}
