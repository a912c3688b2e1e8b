import type { z } from "@medusajs/framework/zod"

import { InvalidInput } from "../../../domain/errors"
import { rows, type Sql } from "./connection"
import { statement } from "./row-check"

export interface PageRequest {
  limit: number
  offset: number
  /** A sortable field; `-` before it means descending. The listing's own order when absent. */
  order?: string
}

export interface PageOf<T> {
  rows: T[]
  /** How many there are on all pages. */
  count: number
}

/** A list as SQL. `fields` is evaluated for the rows of the page only, so that it may look things up. */
export interface Listing<Filters, Row = never> {
  /** What a row of the list is. */
  row?: z.ZodType<Row>
  fields: string
  from: string
  /** The condition of each filter; it stands in the statement when the filter is given, and binds its value by the filter's name. */
  conditions: Record<keyof Filters, string>
  /** Sortable fields and their SQL. Nothing that is not named here reaches ORDER BY. */
  orders: Record<string, string>
  defaultOrder: string
  /** Unique together, so that pages never overlap. */
  id: string[]
}

/** Reads one page of a list in one statement, and one more for the count, however long the page is. */
export async function readPage<T, Filters extends object>(
  sql: Sql,
  listing: Listing<Filters, T>,
  filters: Filters,
  { limit, offset, order = listing.defaultOrder }: PageRequest
): Promise<PageOf<T>> {
  const where = whereOf(listing, filters)
  const bindings = { ...filters, limit, offset }
  const [counted] = await rows<{ count: number }>(sql, `SELECT count(*)::int AS count FROM ${listing.from} ${where}`, bindings)
  const page = `SELECT ${listing.fields} FROM ${listing.from} ${where} ORDER BY ${orderBy(listing, order)} LIMIT :limit OFFSET :offset`
  const found = await rows<T>(sql, listing.row ? statement(page, listing.row) : page, bindings)
  return { rows: found, count: counted?.count ?? 0 }
}

/** The conditions of the filters that are given; nothing where none is. */
export function whereOf<Filters extends object>({ conditions }: Pick<Listing<Filters>, "conditions">, filters: Filters): string {
  const given = Object.entries(conditions).filter(([name]) => filters[name as keyof Filters] !== undefined)
  return given.length > 0 ? `WHERE ${given.map(([, condition]) => `(${String(condition)})`).join(" AND ")}` : ""
}

function orderBy({ orders, id }: Pick<Listing<object>, "orders" | "id">, order: string): string {
  const field = orders[order.replace(/^-/, "")]
  if (!field) throw new InvalidInput("order", `must be one of ${Object.keys(orders).join(", ")}, descending with - before it`)
  const direction = order.startsWith("-") ? "DESC" : "ASC"
  const nulls = order.startsWith("-") ? "NULLS LAST" : "NULLS FIRST"
  return [`${field} ${direction} ${nulls}`, ...id.map((column) => `${column} ${direction}`)].join(", ")
}

/** The pattern that finds a text anywhere. `%` and `_` in a person's input are escaped. */
export const containing = (q: string): string => `%${q.trim().replace(/[\\%_]/g, "\\$&")}%`

/** The search filter as a pattern, left out when it is empty. */
export function withPattern<Filters extends { q?: string }>(filters: Filters): Filters {
  const { q, ...others } = filters
  return (q?.trim() ? { ...others, q: containing(q) } : others) as Filters
}
