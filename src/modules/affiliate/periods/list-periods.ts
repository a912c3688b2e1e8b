import type { PeriodTotal } from "../../../domain/periods/period-totals"
import type { Sql } from "../database/connection"
import { PERIOD_TOTALS } from "./totals"
import { readPage, type Bounds, type Comparison, type Listing, type PageOf, type PageRequest } from "../database/page"

/** A month of a program with its totals: of a closed one what the close wrote, of an open one what it would write now. */
export interface PeriodRow {
  /** Null while nothing has been recorded in the month. */
  id: string | null
  program_id: string
  program_name: string
  period: string
  status: "open" | "closed"
  starts_at: Date
  ends_at: Date
  closed_at: Date | null
  closed_by: string | null
  totals: PeriodTotal[]
}

export interface PeriodFilters {
  program_id?: string[]
  status?: string[]
  period?: Comparison<string>
  starts_at?: Bounds<Date>
  ends_at?: Bounds<Date>
  closed_at?: Bounds<Date>
}

interface Bindings extends PeriodFilters {
  now: Date
}

/** The rule of preview and close, asked for the month `m` of every row. */
const OPEN_TOTALS = PERIOD_TOTALS.replaceAll(":program_id", "m.program_id").replaceAll(":period", "m.period")

const LINES = `
  SELECT currency_code, expense_amount, amount, order_count, outcome FROM affiliate_period_line WHERE m.status = 'closed' AND period_id = m.id
  UNION ALL
  SELECT * FROM (WITH ${OPEN_TOTALS} SELECT currency_code, expense_amount, amount, order_count, outcome FROM totals) open
  WHERE m.status = 'open'`

const TOTALS = `
  SELECT coalesce(json_agg(json_build_object(
           'currency_code', currency_code, 'amount', amount, 'withheld_amount', withheld_amount, 'expense_amount', expense_amount,
           'affiliate_count', affiliate_count, 'order_count', order_count) ORDER BY currency_code), '[]')
  FROM (
    SELECT currency_code, count(*)::int AS affiliate_count, sum(order_count)::int AS order_count,
           affiliate_round(coalesce(sum(amount) FILTER (WHERE outcome = 'credited'), 0), currency_code)::text AS amount,
           affiliate_round(coalesce(sum(amount) FILTER (WHERE outcome = 'withheld'), 0), currency_code)::text AS withheld_amount,
           affiliate_round(sum(expense_amount), currency_code)::text AS expense_amount
    FROM (${LINES}) lines GROUP BY currency_code
  ) sums`

/** The months that have a row, and every program's current month. */
const MONTHS = `
  SELECT id, program_id, period, status, starts_at, ends_at, closed_at, closed_by FROM affiliate_period
  UNION ALL
  SELECT NULL, p.id, now.period, 'open', to_date(now.period, 'YYYY-MM')::timestamp AT TIME ZONE p.timezone,
         (to_date(now.period, 'YYYY-MM') + interval '1 month') AT TIME ZONE p.timezone, NULL, NULL
  FROM affiliate_program p
  CROSS JOIN LATERAL (SELECT to_char(:now::timestamptz AT TIME ZONE p.timezone, 'YYYY-MM') AS period) now
  WHERE p.deleted_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM affiliate_period x WHERE x.program_id = p.id AND x.period = now.period)`

const PERIODS: Listing<Bindings> = {
  fields: `m.id, m.program_id, program.name AS program_name, m.period, m.status, m.starts_at, m.ends_at, m.closed_at, m.closed_by,
           (${TOTALS}) AS totals`,
  from: `(${MONTHS}) m JOIN affiliate_program program ON program.id = m.program_id`,
  conditions: {
    now: "true",
    program_id: "m.program_id = ANY(:program_id)",
    status: "m.status = ANY(:status)",
  },
  orders: { period: "m.period", starts_at: "m.starts_at", ends_at: "m.ends_at", closed_at: "m.closed_at" },
  defaultOrder: "-period",
  id: ["m.program_id"],
}

export const listPeriods = (sql: Sql, filters: PeriodFilters, now: Date, page: PageRequest): Promise<PageOf<PeriodRow>> =>
  readPage(sql, PERIODS, { ...filters, now }, page)
