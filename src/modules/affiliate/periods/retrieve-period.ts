import { periodBounds } from "../../../domain/periods/period"
import { periodComparison, type PeriodComparison } from "../../../domain/periods/period-comparison"
import { periodTotals } from "../../../domain/periods/period-totals"
import { rows, type Sql } from "../database/connection"
import { comparePeriod, type ComparedPeriod } from "./period-comparison"
import type { PeriodRow } from "./list-periods"

export interface PeriodDetail extends PeriodRow, ComparedPeriod {
  /** When the last reconciliation began: an open month knows what happened until then, and what events have told since. */
  reconciled_at: Date | null
  /** The month and the one before it, by currency. */
  comparison: PeriodComparison[]
}

interface Month extends Omit<PeriodRow, "totals" | "starts_at" | "ends_at" | "period" | "status"> {
  reconciled_at: Date | null
  timezone: string
  status: "open" | "closed" | null
  starts_at: Date | null
  ends_at: Date | null
}

const MONTH = `
  SELECT period.id, program.id AS program_id, program.name AS program_name, program.timezone, period.status, period.starts_at,
         period.ends_at, period.closed_at, period.closed_by,
         (SELECT max(began_at) FROM affiliate_reconciliation) AS reconciled_at
  FROM affiliate_program program LEFT JOIN affiliate_period period ON period.program_id = program.id AND period.period = :period
  WHERE program.id = :program_id AND program.deleted_at IS NULL`

/** One month of a program beside the one before: what the close wrote, or would write now. Null when there is no such program. */
export async function retrievePeriod(sql: Sql, program_id: string, period: string): Promise<PeriodDetail | null> {
  const [month] = await rows<Month>(sql, MONTH, { program_id, period })
  if (!month) return null
  const { timezone, ...row } = month
  const bounds = periodBounds(period, timezone)
  const { lines, absent } = await comparePeriod(sql, program_id, period, month.status === "closed")
  return {
    ...row,
    period,
    status: month.status ?? "open",
    starts_at: month.starts_at ?? bounds.starts_at,
    ends_at: month.ends_at ?? bounds.ends_at,
    totals: periodTotals(lines),
    lines,
    absent,
    comparison: periodComparison(lines, absent),
  }
}
