import { periodBounds } from "../../../domain/periods/period"
import { periodComparison, type PeriodComparison } from "../../../domain/periods/period-comparison"
import { periodTotals } from "../../../domain/periods/period-totals"
import { rows, type Sql } from "../database/connection"
import { comparePeriod, type ComparedPeriod } from "./period-comparison"
import type { PeriodRow } from "./list-periods"

export interface PeriodDetail extends PeriodRow, ComparedPeriod {
  /** When the last reconciliation began. An open period includes all changes until then, and later ones that events reported. */
  reconciled_at: Date | null
  /** The period and the one before it, by currency. */
  comparison: PeriodComparison[]
}

interface FoundPeriod extends Omit<PeriodRow, "totals" | "starts_at" | "ends_at" | "period" | "status"> {
  reconciled_at: Date | null
  timezone: string
  status: "open" | "closed" | null
  starts_at: Date | null
  ends_at: Date | null
}

const PERIOD = `
  SELECT period.id, program.id AS program_id, program.name AS program_name, program.timezone, period.status, period.starts_at,
         period.ends_at, period.closed_at, period.closed_by,
         (SELECT max(began_at) FROM affiliate_reconciliation) AS reconciled_at
  FROM affiliate_program program LEFT JOIN affiliate_period period ON period.program_id = program.id AND period.period = :period
  WHERE program.id = :program_id AND program.deleted_at IS NULL`

/** One period of a program beside the one before: what the close wrote, or would write now. Null when there is no such program. */
export async function retrievePeriod(sql: Sql, program_id: string, period: string): Promise<PeriodDetail | null> {
  const [found] = await rows<FoundPeriod>(sql, PERIOD, { program_id, period })
  if (!found) return null
  const { timezone, ...row } = found
  const bounds = periodBounds(period, timezone)
  const { lines, absent } = await comparePeriod(sql, program_id, period, found.status === "closed")
  return {
    ...row,
    period,
    status: found.status ?? "open",
    starts_at: found.starts_at ?? bounds.starts_at,
    ends_at: found.ends_at ?? bounds.ends_at,
    totals: periodTotals(lines),
    lines,
    absent,
    comparison: periodComparison(lines, absent),
  }
}
