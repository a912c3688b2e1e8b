import { rows, type Sql } from "../database/connection"
import { PERIOD_TOTALS } from "./totals"

/** One affiliate's month in one currency. Amounts are decimal strings in major units. */
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

const FIELDS = `affiliate_id, currency_code, expense_amount::text, amount::text, commission_count, order_count, outcome, reason, available_at`

const PREVIEW = `WITH ${PERIOD_TOTALS} SELECT ${FIELDS} FROM totals ORDER BY affiliate_id, currency_code, outcome`

const WRITTEN = `
  SELECT ${FIELDS.split(", ")
    .map((field) => `l.${field}`)
    .join(", ")}
  FROM affiliate_period_line l JOIN affiliate_period p ON p.id = l.period_id
  WHERE p.program_id = :program_id AND p.period = :period ORDER BY l.affiliate_id, l.currency_code, l.outcome`

/** What the close would write if the month ended now, figure by figure. */
export const previewPeriod = (sql: Sql, program_id: string, period: string): Promise<PeriodLineFigures[]> =>
  rows(sql, PREVIEW, { program_id, period })

/** What the close wrote. */
export const listPeriodLines = (sql: Sql, program_id: string, period: string): Promise<PeriodLineFigures[]> =>
  rows(sql, WRITTEN, { program_id, period })
