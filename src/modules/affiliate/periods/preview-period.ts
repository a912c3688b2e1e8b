import { z } from "@medusajs/framework/zod"

import { rows, type Sql } from "../database/connection"
import { findMonthTerms } from "./month-terms"
import { periodTotals } from "./totals"
import { decimal, integer, oneOf, statement, text, time } from "../database/row-check"

/** One affiliate's figures of a period in one currency. Amounts are decimal strings in major units. */
export interface PeriodLineFigures {
  affiliate_id: string
  currency_code: string
  expense_amount: string
  amount: string
  commission_count: number
  order_count: number
  outcome: "credited" | "withheld"
  reason: string | null
  available_at: Date
}

const fieldsOf = (line: string): string => `
  ${line}.affiliate_id, ${line}.currency_code, ${line}.expense_amount::text, ${line}.amount::text, ${line}.commission_count,
  ${line}.order_count, ${line}.outcome, ${line}.reason, ${line}.available_at`

/** A line as the database gives it. */
export const FIGURES = z.strictObject({
  affiliate_id: text,
  currency_code: text,
  expense_amount: decimal,
  amount: decimal,
  commission_count: integer,
  order_count: integer,
  outcome: oneOf("credited", "withheld"),
  reason: text.nullable(),
  available_at: time,
})

const preview = (hasTerms: boolean) =>
  statement<PeriodLineFigures>(
    `WITH ${periodTotals(hasTerms)} SELECT ${fieldsOf("totals")} FROM totals ORDER BY affiliate_id, currency_code, outcome`,
    FIGURES
  )

const WRITTEN = statement<PeriodLineFigures>(
  `
  SELECT ${fieldsOf("line")}
  FROM affiliate_period_line line JOIN affiliate_period period ON period.id = line.period_id
  WHERE period.program_id = :program_id AND period.period = :period ORDER BY line.affiliate_id, line.currency_code, line.outcome`,
  FIGURES
)

/** What the close would write if the period ended now, figure by figure. */
export const previewPeriod = async (sql: Sql, program_id: string, period: string): Promise<PeriodLineFigures[]> =>
  rows(sql, preview(await findMonthTerms(sql, program_id, period)), { program_id, period })

/** What the close wrote. */
export const listPeriodLines = (sql: Sql, program_id: string, period: string): Promise<PeriodLineFigures[]> =>
  rows(sql, WRITTEN, { program_id, period })
