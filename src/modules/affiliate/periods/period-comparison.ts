import { z } from "@medusajs/framework/zod"

import type { PeriodComparison } from "../../../domain/periods/period-totals"
import { addPeriods } from "../../../domain/periods/period"
import type { PeriodTotal } from "../../../domain/periods/period-totals"
import { TOTAL } from "./list-periods"
import { FIGURES, type PeriodLineFigures } from "./preview-period"
import { rows, type Sql } from "../database/connection"
import { periodTotals, totalsOf } from "./totals"
import { decimal, integer, statement, text } from "../database/row-check"

/** What the affiliate earned in the currency in the previous period, credited and withheld together, and the difference to this one. */
interface Difference {
  affiliate_id: string
  affiliate_code: string
  currency_code: string
  previous_expense_amount: string
  previous_amount: string
  difference: string
}

interface ComparedLine extends PeriodLineFigures, Difference {}

/** Which of a period's rows are wanted. Sums are always those of all of them. */
export interface PeriodPage {
  /** All of them when absent. */
  limit?: number
  offset?: number
  /** Everybody's when absent. */
  affiliate_id?: string[]
}

export interface ComparedPeriod {
  totals: PeriodTotal[]
  /** The period and the one before it, by currency. */
  comparison: PeriodComparison[]
  /** Figure by figure what the close wrote, or would write now. */
  lines: ComparedLine[]
  line_count: number
  /** Affiliates who earned something in a currency in the previous period, and have no line in it now. */
  absent: Difference[]
  absent_count: number
}

/** What two periods are, for which the statement about them is made. */
export interface ComparedMonths {
  is_closed: boolean
  has_terms: boolean
  previous_is_open: boolean
  previous_has_terms: boolean
}

const DIFFERENCE = z.strictObject({
  affiliate_id: text,
  affiliate_code: text,
  currency_code: text,
  previous_expense_amount: decimal,
  previous_amount: decimal,
  difference: decimal,
})

type Found = Omit<ComparedPeriod, "lines"> & { lines: (Omit<ComparedLine, "available_at"> & { available_at: string })[] }

const COMPARED = z.strictObject({
  totals: z.array(TOTAL),
  comparison: z.array(
    z.strictObject({
      currency_code: text,
      expense_amount: decimal,
      amount: decimal,
      previous_expense_amount: decimal,
      previous_amount: decimal,
      difference: decimal,
    })
  ),
  lines: z.array(FIGURES.extend({ ...DIFFERENCE.shape, available_at: text })),
  line_count: integer,
  absent: z.array(DIFFERENCE),
  absent_count: integer,
})

const WRITTEN = `
  totals AS (
    SELECT line.* FROM affiliate_period period JOIN affiliate_period_line line ON line.period_id = period.id
    WHERE period.program_id = :program_id AND period.period = :period
  )`

const WRITTEN_BEFORE = `
  SELECT line.affiliate_id, line.currency_code, line.expense_amount, line.amount
  FROM affiliate_period period JOIN affiliate_period_line line ON line.period_id = period.id
  WHERE period.program_id = :program_id AND period.period = :previous_period`

const totalsBefore = (hasTerms: boolean): string => `
  SELECT * FROM (
    WITH ${totalsOf(":program_id", ":previous_period", hasTerms)} SELECT affiliate_id, currency_code, expense_amount, amount FROM totals
  ) open`

/** An open period by what its close would write, a closed one by its lines. One that has no row has no commissions, and no lines either. */
const previous = ({ previous_is_open, previous_has_terms }: ComparedMonths): string => `
  previous AS (
    SELECT affiliate_id, currency_code, sum(expense_amount) AS expense_amount, sum(amount) AS amount, 1::bigint AS place
    FROM (${previous_is_open ? totalsBefore(previous_has_terms) : WRITTEN_BEFORE}) figures
    GROUP BY affiliate_id, currency_code
    HAVING sum(expense_amount) <> 0 OR sum(amount) <> 0
  )`

/** A page of the rows of `compared`, each `difference` to the previous period with its own `fields`. */
const pageOf = (condition: string, fields: string): string => `
  SELECT coalesce(json_agg(shown), '[]') FROM (
    SELECT cut.affiliate_id, affiliate.code AS affiliate_code, cut.currency_code, ${fields}
           affiliate_round(cut.previous_expense_amount, cut.currency_code)::text AS previous_expense_amount,
           affiliate_round(cut.previous_amount, cut.currency_code)::text AS previous_amount,
           affiliate_round(coalesce(cut.amount, 0) - cut.previous_amount, cut.currency_code)::text AS difference
    FROM (
      SELECT * FROM wanted WHERE ${condition} ORDER BY affiliate_id, currency_code, outcome LIMIT :limit OFFSET :offset
    ) cut
    JOIN affiliate ON affiliate.id = cut.affiliate_id
    ORDER BY cut.affiliate_id, cut.currency_code, cut.outcome
  ) shown`

const LINE = `
           cut.expense_amount::text, cut.amount::text, cut.commission_count, cut.order_count, cut.outcome, cut.reason, cut.available_at,`

const sumOf = (sum: string): string => `affiliate_round(coalesce(${sum}, 0), currency_code)::text`

/**
 * Of an affiliate's two lines in one currency (one credited, one withheld), the one that was judged in this period is compared with the
 * previous period. The one that only corrects a closed period is compared with nothing, so the differences of a period add up to the
 * difference of its sums. Rows that exist only in the previous period have no outcome.
 */
const compared = (months: ComparedMonths): string => `
  WITH ${months.is_closed ? WRITTEN : periodTotals(months.has_terms)}, ${previous(months)},
  lines AS (SELECT *, row_number() OVER (PARTITION BY affiliate_id, currency_code ORDER BY is_judged DESC) AS place FROM totals),
  compared AS MATERIALIZED (
    SELECT affiliate_id, currency_code, lines.expense_amount, lines.amount, lines.commission_count, lines.order_count, lines.outcome, lines.reason,
           lines.available_at, coalesce(previous.expense_amount, 0) AS previous_expense_amount, coalesce(previous.amount, 0) AS previous_amount
    FROM lines FULL JOIN previous USING (affiliate_id, currency_code, place)
  ),
  wanted AS (SELECT * FROM compared WHERE :affiliate_id::text[] IS NULL OR affiliate_id = ANY(:affiliate_id)),
  sums AS MATERIALIZED (
    SELECT currency_code, count(outcome)::int AS affiliate_count, coalesce(sum(order_count), 0)::int AS order_count,
           ${sumOf("sum(amount) FILTER (WHERE outcome = 'credited')")} AS credited_amount,
           ${sumOf("sum(amount) FILTER (WHERE outcome = 'withheld')")} AS withheld_amount,
           ${sumOf("sum(expense_amount)")} AS expense_amount, ${sumOf("sum(amount)")} AS amount,
           ${sumOf("sum(previous_expense_amount)")} AS previous_expense_amount, ${sumOf("sum(previous_amount)")} AS previous_amount,
           ${sumOf("coalesce(sum(amount), 0) - sum(previous_amount)")} AS difference
    FROM compared GROUP BY currency_code
  )
  SELECT (SELECT coalesce(json_agg(json_build_object(
            'currency_code', currency_code, 'amount', credited_amount, 'withheld_amount', withheld_amount, 'expense_amount', expense_amount,
            'affiliate_count', affiliate_count, 'order_count', order_count) ORDER BY currency_code), '[]')
          FROM sums WHERE affiliate_count > 0) AS totals,
         (SELECT coalesce(json_agg(json_build_object(
            'currency_code', currency_code, 'expense_amount', expense_amount, 'amount', amount, 'previous_expense_amount', previous_expense_amount,
            'previous_amount', previous_amount, 'difference', difference) ORDER BY currency_code), '[]')
          FROM sums) AS comparison,
         (SELECT count(*)::int FROM wanted WHERE outcome IS NOT NULL) AS line_count,
         (SELECT count(*)::int FROM wanted WHERE outcome IS NULL) AS absent_count,
         (${pageOf("outcome IS NOT NULL", LINE)}) AS lines,
         (${pageOf("outcome IS NULL", "")}) AS absent`

/** A period of a program beside the one before it, in one statement that is made for what the two months are. */
export async function comparePeriod(
  sql: Sql,
  of: { program_id: string; period: string },
  months: ComparedMonths,
  { limit = null, offset = 0, affiliate_id = null }: { [Name in keyof PeriodPage]: PeriodPage[Name] | null }
): Promise<ComparedPeriod> {
  const bindings = { ...of, previous_period: addPeriods(of.period, -1), limit, offset, affiliate_id }
  const [found] = await rows(sql, statement<Found>(compared(months), COMPARED), bindings)
  const { lines, ...sums } = found as Found
  return { ...sums, lines: lines.map((line) => ({ ...line, available_at: new Date(line.available_at) })) }
}
