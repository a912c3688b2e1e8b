import { z } from "@medusajs/framework/zod"

import { addPeriods } from "../../../domain/periods/period"
import type { PeriodLineFigures } from "./preview-period"
import { rows, type Sql } from "../database/connection"
import { hasMonthTerms } from "./month-terms"
import { periodTotals, totalsOf } from "./totals"
import { decimal, flag, integer, oneOf, statement, text, time } from "../database/row-check"

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

/** A row of the comparison; an affiliate who has no line in this period has no figures. */
type Compared = Difference & { [Figure in Exclude<keyof PeriodLineFigures, keyof Difference>]: PeriodLineFigures[Figure] | null }

const COMPARED = z.strictObject({
  affiliate_id: text,
  affiliate_code: text,
  currency_code: text,
  previous_expense_amount: decimal,
  previous_amount: decimal,
  difference: decimal,
  expense_amount: decimal.nullable(),
  amount: decimal.nullable(),
  commission_count: integer.nullable(),
  order_count: integer.nullable(),
  outcome: oneOf("credited", "withheld").nullable(),
  reason: text.nullable(),
  available_at: time.nullable(),
})

export interface ComparedPeriod {
  /** Figure by figure what the close wrote, or would write now. */
  lines: ComparedLine[]
  /** Affiliates who earned something in a currency in the previous period, and have no line in it now. */
  absent: Difference[]
}

const WRITTEN = `
  totals AS (
    SELECT line.* FROM affiliate_period period JOIN affiliate_period_line line ON line.period_id = period.id
    WHERE period.program_id = :program_id AND period.period = :period
  )`

interface Months {
  has_terms: boolean
  previous_is_open: boolean
  previous_has_terms: boolean
}

const MONTHS = statement<Months>(
  `
  SELECT ${hasMonthTerms(":program_id", ":period")} AS has_terms, ${hasMonthTerms(":program_id", ":previous_period")} AS previous_has_terms,
         EXISTS (
           SELECT 1 FROM affiliate_period period
           WHERE period.program_id = :program_id AND period.period = :previous_period AND period.status = 'open') AS previous_is_open`,
  z.strictObject({ has_terms: flag, previous_has_terms: flag, previous_is_open: flag })
)

const WRITTEN_BEFORE = `
  SELECT line.affiliate_id, line.currency_code, line.expense_amount, line.amount
  FROM affiliate_period period JOIN affiliate_period_line line ON line.period_id = period.id
  WHERE period.program_id = :program_id AND period.period = :previous_period`

const totalsBefore = (hasTerms: boolean): string => `
  SELECT * FROM (
    WITH ${totalsOf(":program_id", ":previous_period", hasTerms)} SELECT affiliate_id, currency_code, expense_amount, amount FROM totals
  ) open`

/** An open period by what its close would write, a closed one by its lines. One that has no row has no commissions, and no lines either. */
const previous = ({ previous_is_open, previous_has_terms }: Months): string => `
  previous AS (
    SELECT affiliate_id, currency_code, sum(expense_amount) AS expense_amount, sum(amount) AS amount, 1::bigint AS place
    FROM (${previous_is_open ? totalsBefore(previous_has_terms) : WRITTEN_BEFORE}) figures
    GROUP BY affiliate_id, currency_code
    HAVING sum(expense_amount) <> 0 OR sum(amount) <> 0
  )`

/**
 * Of an affiliate's two lines in one currency (one credited, one withheld), the one that was judged in this period is compared with the
 * previous period. The one that only corrects a closed period is compared with nothing, so the differences of a period add up to the
 * difference of its sums.
 */
const compared = (totals: string, before: string): string => `
  WITH ${totals}, ${before},
  lines AS (SELECT *, row_number() OVER (PARTITION BY affiliate_id, currency_code ORDER BY is_judged DESC) AS place FROM totals)
  SELECT affiliate_id, affiliate.code AS affiliate_code, currency_code, lines.expense_amount::text, lines.amount::text,
         lines.commission_count, lines.order_count, lines.outcome, lines.reason, lines.available_at,
         affiliate_round(coalesce(previous.expense_amount, 0), currency_code)::text AS previous_expense_amount,
         affiliate_round(coalesce(previous.amount, 0), currency_code)::text AS previous_amount,
         affiliate_round(coalesce(lines.amount, 0) - coalesce(previous.amount, 0), currency_code)::text AS difference
  FROM lines FULL JOIN previous USING (affiliate_id, currency_code, place)
  JOIN affiliate ON affiliate.id = affiliate_id
  ORDER BY affiliate_id, currency_code, outcome`

/** A period of a program beside the one before it, in one statement that is made for what the two months are. */
export async function comparePeriod(sql: Sql, program_id: string, period: string, isClosed: boolean): Promise<ComparedPeriod> {
  const bindings = { program_id, period, previous_period: addPeriods(period, -1) }
  const [months] = await rows(sql, MONTHS, bindings)
  if (!months) return { lines: [], absent: [] }
  const totals = isClosed ? WRITTEN : periodTotals(months.has_terms)
  const found = await rows(sql, statement<Compared>(compared(totals, previous(months)), COMPARED), bindings)
  return { lines: found.filter(isLine), absent: found.filter((row) => !isLine(row)).map(toDifference) }
}

/** Rows that exist only in the previous period have no outcome. */
const isLine = (row: Compared): row is ComparedLine => row.outcome !== null

const toDifference = ({ affiliate_id, affiliate_code, currency_code, ...row }: Difference): Difference => {
  const { previous_expense_amount, previous_amount, difference } = row
  return { affiliate_id, affiliate_code, currency_code, previous_expense_amount, previous_amount, difference }
}
