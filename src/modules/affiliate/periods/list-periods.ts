import { z } from "@medusajs/framework/zod"

import { closeRefusal, type CloseFacts, type CloseRefusal } from "../../../domain/periods/close-refusal"
import type { PeriodTotal } from "../../../domain/periods/period-totals"
import { NOW } from "../database/clock"
import { rows, type Sql } from "../database/connection"
import { firstOpenBefore, firstPeriodOf, lastClosedOf } from "./close-order"
import { hasMonthTerms } from "./month-terms"
import { partsOf } from "./totals"
import { decimal, flag, integer, oneOf, statement, text, time } from "../database/row-check"
import { readPage, type Bounds, type Comparison, type Listing, type PageOf, type PageRequest } from "../database/page"

/** A period of a program with its totals: of a closed one what the close wrote, of an open one what it would write now. */
export interface PeriodRow {
  /** Null while nothing has been recorded in the period. */
  id: string | null
  program_id: string
  program_name: string
  period: string
  status: "open" | "closed"
  starts_at: Date
  ends_at: Date
  closed_at: Date | null
  closed_by: string | null
  /** Why it cannot be closed now; null where it can be, or is closed. */
  close_refusal: CloseRefusal | null
  totals: PeriodTotal[]
}

type Found = Omit<PeriodRow, "close_refusal"> & Pick<CloseFacts, "first" | "last_closed" | "has_ended" | "open_before">

export interface PeriodFilters {
  program_id?: string[]
  status?: string[]
  period?: Comparison<string>
  starts_at?: Bounds<Date>
  ends_at?: Bounds<Date>
  closed_at?: Bounds<Date>
}

interface Bindings extends PeriodFilters {
  now: Date | null
}

/** What was written of a closed month, and what preview and close add up of an open one, for the `period` of every row. */
const figuresOf = (hasTerms: boolean): string => `
  SELECT affiliate_id, currency_code, outcome, expense_amount, amount, order_count
  FROM affiliate_period_line WHERE period.status = 'closed' AND period_id = period.id
  UNION ALL
  SELECT * FROM (${partsOf("period.program_id", "period.period", hasTerms)}) open WHERE period.status = 'open'`

/** The lines of an outcome: an affiliate has one in a currency. */
const linesOf = (outcome: string): string => `count(DISTINCT affiliate_id) FILTER (WHERE outcome = '${outcome}')`

/** What a month comes to in a currency, as the database gives it. */
export const TOTAL = z.strictObject({
  currency_code: text,
  amount: decimal,
  withheld_amount: decimal,
  expense_amount: decimal,
  affiliate_count: integer,
  order_count: integer,
})

const totals = (hasTerms: boolean): string => `
  SELECT coalesce(json_agg(json_build_object(
           'currency_code', currency_code, 'amount', amount, 'withheld_amount', withheld_amount, 'expense_amount', expense_amount,
           'affiliate_count', affiliate_count, 'order_count', order_count) ORDER BY currency_code), '[]')
  FROM (
    SELECT currency_code, (${linesOf("credited")} + ${linesOf("withheld")})::int AS affiliate_count, sum(order_count)::int AS order_count,
           affiliate_round(coalesce(sum(amount) FILTER (WHERE outcome = 'credited'), 0), currency_code)::text AS amount,
           affiliate_round(coalesce(sum(amount) FILTER (WHERE outcome = 'withheld'), 0), currency_code)::text AS withheld_amount,
           affiliate_round(sum(expense_amount), currency_code)::text AS expense_amount
    FROM (${figuresOf(hasTerms)}) figures GROUP BY currency_code
  ) sums`

/** The periods that have a row and have begun, and every program's current period. */
const ALL_PERIODS = `
  SELECT id, program_id, period, status, starts_at, ends_at, closed_at, closed_by FROM affiliate_period
  WHERE status = 'closed' OR starts_at <= ${NOW}
  UNION ALL
  SELECT NULL, program.id, now.period, 'open', to_date(now.period, 'YYYY-MM')::timestamp AT TIME ZONE program.timezone,
         (to_date(now.period, 'YYYY-MM') + interval '1 month') AT TIME ZONE program.timezone, NULL, NULL
  FROM affiliate_program program
  CROSS JOIN LATERAL (SELECT to_char(${NOW} AT TIME ZONE program.timezone, 'YYYY-MM') AS period) now
  WHERE program.deleted_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM affiliate_period existing WHERE existing.program_id = program.id AND existing.period = now.period)`

const CLOSE_FACTS = `
  ${firstPeriodOf("program")} AS first, ${lastClosedOf("program.id")} AS last_closed, period.ends_at <= ${NOW} AS has_ended,
  ${firstOpenBefore("program.id", "period.period")} AS open_before`

const ANY_TERMS = statement<{ has_terms: boolean }>(
  `SELECT EXISTS (
     SELECT 1 FROM (${ALL_PERIODS}) period WHERE period.status = 'open' AND ${hasMonthTerms("period.program_id", "period.period")}
   ) AS has_terms`,
  z.strictObject({ has_terms: flag })
)

const periodsWith = (hasTerms: boolean): Listing<Bindings, Found> => ({
  row: z.strictObject({
    id: text.nullable(),
    program_id: text,
    program_name: text,
    period: text,
    status: oneOf("open", "closed"),
    starts_at: time,
    ends_at: time,
    closed_at: time.nullable(),
    closed_by: text.nullable(),
    first: text,
    last_closed: text.nullable(),
    has_ended: flag,
    open_before: text.nullable(),
    totals: z.array(TOTAL),
  }),
  fields: `period.id, period.program_id, program.name AS program_name, period.period, period.status, period.starts_at, period.ends_at,
           period.closed_at, period.closed_by, ${CLOSE_FACTS}, (${totals(hasTerms)}) AS totals`,
  from: `(${ALL_PERIODS}) period JOIN affiliate_program program ON program.id = period.program_id`,
  conditions: {
    now: "true",
    program_id: "period.program_id = ANY(:program_id)",
    status: "period.status = ANY(:status)",
  },
  orders: { period: "period.period", starts_at: "period.starts_at", ends_at: "period.ends_at", closed_at: "period.closed_at" },
  defaultOrder: "-period",
  id: ["period.period", "period.program_id"],
})

export async function listPeriods(sql: Sql, filters: PeriodFilters, page: PageRequest, now?: Date): Promise<PageOf<PeriodRow>> {
  const bindings = { ...filters, now: now ?? null }
  const showsOpen = filters.status?.includes("open") ?? true
  const [open] = showsOpen ? await rows(sql, ANY_TERMS, { now: bindings.now }) : []
  const found = await readPage(sql, periodsWith(open?.has_terms === true), bindings, page)
  return { rows: found.rows.map(toRow), count: found.count }
}

function toRow({ first, last_closed, has_ended, open_before, ...row }: Found): PeriodRow {
  const facts = {
    first,
    last_closed,
    has_ended,
    open_before,
    is_closed: row.status === "closed",
    is_open: row.status === "open" && row.id !== null,
  }
  return { ...row, close_refusal: closeRefusal(facts, row.period) }
}
