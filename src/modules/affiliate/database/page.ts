import type { z } from "@medusajs/framework/zod"

import { InvalidInput } from "../../../domain/errors"
import { rows, type Sql } from "./connection"
import { readFewRows, readFoundRows, selectDeepPage, type FoundRows } from "./long-lists"
import { statement } from "./row-check"

export interface PageRequest {
  limit: number
  offset: number
  /** A sortable field; `-` before it means descending. The listing's own order when absent. */
  order?: string
}

export interface PageOf<T> {
  rows: T[]
  /** How many there are on all pages; of a list that grows with traffic, as far as they were counted. */
  count: number
  /** Whether there are no more than `count`; only of a list that grows with traffic. */
  is_count_exact?: boolean
}

/** So far the rows of a list that grows with traffic are counted: nobody leafs through more pages, and every look at one would cost all of them. */
export const COUNTED_ROWS = 10_000

/** Limits of a field; all that are given hold. */
export interface Bounds<T> {
  eq?: T
  gt?: T
  gte?: T
  lt?: T
  lte?: T
}

/** What a filter compares a field with: one of some values, or limits. */
export type Comparison<T> = T[] | Bounds<T>

/** The filters that are comparisons: those that take limits. */
type ComparedBy<Filters> = { [Name in keyof Filters]-?: Bounds<never> extends NonNullable<Filters[Name]> ? Name : never }[keyof Filters]

/** A condition in SQL, the same for every value or made for the one that is given. */
type Condition<Value> = string | ((value: Value) => string)

/** A list as SQL. `fields` is evaluated for the rows of the page only, so that it may look things up. */
export interface Listing<Filters, Row = never> {
  /** What a row of the list is. */
  row?: z.ZodType<Row>
  fields: string
  /** Rows are counted, filtered, ordered and cut to a page from this. */
  from: string
  /** Tables that only `fields` reads: joined to the rows of the page. */
  joins?: string
  /** The condition of each other filter; it stands in the statement when the filter is given, and binds its value by the filter's name. */
  conditions: { [Name in Exclude<keyof Filters, ComparedBy<Filters>>]-?: Condition<NonNullable<Filters[Name]>> }
  /**
   * Sortable fields and their SQL. Nothing that is not named here reaches ORDER BY, and a filter that is a comparison compares the field of
   * its name.
   */
  orders: Record<ComparedBy<Filters>, string> & Record<string, string>
  defaultOrder: string
  /** Fields among `orders` that are never null. Only they are read in the order of an index, which has nulls at the other end. */
  neverNull?: string[]
  /** Unique together, so that pages never overlap. */
  id: string[]
  /** Whether there may be millions of rows, with clicks or orders, which are counted up to `COUNTED_ROWS` only. */
  grows?: boolean
  /** A query that gives `count` exactly from what is kept beside the rows, for filters it can tell; undefined where rows have to be counted. */
  count?: (filters: Filters) => string | undefined
  /**
   * A query of how many rows lie where: stretches of the first field of the default order, which together hold all rows and never overlap,
   * each with `starts_at`, `ends_at` (excluded) and `rows`. Undefined where nobody knows.
   */
  stretches?: (filters: Filters) => string | undefined
  /** How the first rows of an order are found by what is kept beside them; undefined where they are not. */
  found?: (filters: Filters, where: string, order: string) => FoundRows | undefined
}

type Bindings = Record<string, unknown>

/** Reads one page of a list in one statement, and one more or two for the count, however long the page is. */
export async function readPage<T extends object, Filters extends object>(
  sql: Sql,
  listing: Listing<Filters, T>,
  filters: Filters,
  { limit, offset, order = listing.defaultOrder }: PageRequest,
  /** What `fields`, `from` or `orders` bind beside the filters. */
  others: Bindings = {}
): Promise<PageOf<T>> {
  const { where, bindings: filtered } = filterRows(listing, filters)
  const bindings = { ...filtered, ...others }
  const deepPage = selectDeepPage(listing, filters, where, order, offset)
  const found = listing.found?.(filters, where, order)
  if (found) return readFoundRows(sql, listing, found, bindings, { limit, offset, order })
  const isSearched = listing.grows === true && where !== ""
  if (isSearched && deepPage === undefined) {
    const few = await readFewRows(sql, listing, where, bindings, { limit, offset, order })
    if (few) return few
  }
  const known = listing.count?.(filters)
  const counting = known ?? (isSearched ? undefined : countRows(listing, where))
  const [counted] = counting ? await rows<{ count: number }>(sql, counting, bindings) : [{ count: COUNTED_ROWS + 1 }]
  const count = counted?.count ?? 0
  const page =
    selectDeepPage(listing, filters, where, order, offset) ??
    selectPage(listing, where, orderBy(listing, order), "LIMIT :limit OFFSET :offset")
  const read = await rows<T>(sql, listing.row ? statement(page, listing.row) : page, { ...bindings, limit, offset })
  if (!listing.grows) return { rows: read, count }
  const isExact = known !== undefined || count <= COUNTED_ROWS
  return { rows: read, count: isExact ? count : COUNTED_ROWS, is_count_exact: isExact }
}

/** One row more than are counted tells that there are more. */
const countRows = ({ from, grows }: Pick<Listing<object>, "from" | "grows">, where: string): string =>
  grows
    ? `SELECT count(*)::int AS count FROM (SELECT 1 FROM ${from} ${where} LIMIT ${COUNTED_ROWS + 1}) counted`
    : `SELECT count(*)::int AS count FROM ${from} ${where}`

/**
 * With joins, the page is cut first, by the ids alone: an index that holds them is read without the rows before the page. Its rows are numbered,
 * because what they are ordered by may have to be added up, and need not be twice.
 */
export function selectPage(
  { fields, from, joins, id }: Pick<Listing<object>, "fields" | "from" | "joins" | "id">,
  where: string,
  order: string,
  limit: string
): string {
  if (joins === undefined) return `SELECT ${fields} FROM ${from} ${where} ORDER BY ${order} ${limit}`
  const same = id.map((column) => `${column} = page.${column.replace(/^.*\./, "")}`).join(" AND ")
  const page = `SELECT ${id.join(", ")} FROM ${from} ${where} ORDER BY ${order} ${limit}`
  const numbered = `SELECT *, row_number() OVER () AS place FROM (${page}) cut`
  return `SELECT ${fields} FROM (${numbered}) page JOIN ${from} ON ${same} ${joins} ORDER BY page.place`
}

/** The conditions of the filters that are given, empty where none is, and the values they bind. */
export function filterRows<Filters extends object>(
  { conditions, orders }: Pick<Listing<Filters>, "conditions" | "orders">,
  filters: Filters
): { where: string; bindings: Bindings } {
  const given = { ...filters } as Bindings
  const own = Object.entries<Condition<never>>(conditions)
    .filter(([name]) => given[name] !== undefined)
    .map(([name, condition]) => (typeof condition === "string" ? condition : condition(given[name] as never)))
  const compared = Object.entries<string>(orders)
    .filter(([name]) => given[name] !== undefined && !Object.hasOwn(conditions, name))
    .map(([name, field]) => compare(field, name, given[name] as Comparison<unknown>))
  const clauses = [...own, ...compared.flatMap((comparison) => comparison.clauses)]
  return {
    where: clauses.length > 0 ? `WHERE ${clauses.map((clause) => `(${clause})`).join(" AND ")}` : "",
    bindings: Object.assign(given, ...compared.map((comparison) => comparison.bindings)) as Bindings,
  }
}

type Operator = keyof Bounds<unknown>
type Limits = Record<Operator, (field: string, value: string) => string>

const LIMITS: Limits = {
  eq: (field, value) => `${field} = ${value}`,
  gt: (field, value) => `${field} > ${value}`,
  gte: (field, value) => `${field} >= ${value}`,
  lt: (field, value) => `${field} < ${value}`,
  lte: (field, value) => `${field} <= ${value}`,
}

/**
 * Times are compared to the millisecond, as answers name them, while PostgreSQL keeps microseconds: what an answer calls 12:00:00.123 lies
 * in the millisecond that begins there, so that `eq` finds it and `gt` leaves it out.
 */
const NEXT = (value: string): string => `${value}::timestamptz + interval '1 millisecond'`
const LIMITS_IN_TIME: Limits = {
  ...LIMITS,
  eq: (field, value) => `${field} >= ${value} AND ${field} < ${NEXT(value)}`,
  gt: (field, value) => `${field} >= ${NEXT(value)}`,
  lte: (field, value) => `${field} < ${NEXT(value)}`,
}

interface Compared {
  clauses: string[]
  bindings: Bindings
}

/** Only a listing's own names and SQL stand in the statement; every value is bound. */
function compare(field: string, name: string, comparison: Comparison<unknown>): Compared {
  if (Array.isArray(comparison)) return { clauses: [`${field} = ANY(:${name})`], bindings: { [name]: comparison } }
  const operators = (Object.keys(LIMITS) as Operator[]).filter((operator) => comparison[operator] !== undefined)
  return {
    clauses: operators.map((operator) => {
      const limits = comparison[operator] instanceof Date ? LIMITS_IN_TIME : LIMITS
      return limits[operator](field, `:${name}_${operator}`)
    }),
    bindings: Object.fromEntries(operators.map((operator) => [`${name}_${operator}`, comparison[operator]])),
  }
}

/** @throws InvalidInput where the list is not sorted by that. */
export function sortedField({ orders }: Pick<Listing<object>, "orders">, order: string): string {
  const field = orders[order.replace(/^-/, "")]
  if (!field) throw new InvalidInput("order", `must be one of ${Object.keys(orders).join(", ")}, descending with - before it`)
  return field
}

export function orderBy(listing: Pick<Listing<object>, "orders" | "id" | "neverNull">, order: string): string {
  const { id, neverNull = [] } = listing
  const name = order.replace(/^-/, "")
  const field = sortedField(listing, order)
  const direction = order.startsWith("-") ? "DESC" : "ASC"
  const nulls = order.startsWith("-") ? " NULLS LAST" : " NULLS FIRST"
  return [`${field} ${direction}${neverNull.includes(name) ? "" : nulls}`, ...id.map((column) => `${column} ${direction}`)].join(", ")
}

/** The pattern that finds a text anywhere. `%` and `_` in a person's input are escaped. */
const containing = (q: string): string => `%${q.trim().replace(/[\\%_]/g, "\\$&")}%`

/** The search filter as a pattern, and as it is for what is found only whole (`:q_exact`). Left out when it is empty. */
export function withPattern<Filters extends { q?: string }>(filters: Filters): Filters {
  const { q, ...others } = filters
  return (q?.trim() ? { ...others, q: containing(q), q_exact: q.trim() } : others) as Filters
}
