import { z } from "@medusajs/framework/zod"

import { InvalidInput } from "../../../domain/errors"
import { closeRefusal } from "../../../domain/periods/close-refusal"
import { periodComparison, type PeriodComparison } from "../../../domain/periods/period-comparison"
import { periodTotals } from "../../../domain/periods/period-totals"
import { rows, type Sql } from "../database/connection"
import { boundsOf } from "./bounds"
import { comparePeriod, type ComparedPeriod } from "./period-comparison"
import { listPeriodCommissions, type PeriodCommissionRow } from "./list-period-commissions"
import type { PeriodRow } from "./list-periods"
import { REQUESTED_PERIOD } from "./close-order"
import { timeOf } from "../database/clock"
import { flag, oneOf, statement, text, time } from "../database/row-check"

export interface PeriodDetail extends PeriodRow, ComparedPeriod {
  /** When the last reconciliation began. An open period includes all changes until then, and later ones that events reported. */
  reconciled_at: Date | null
  /** What tiers, bonuses and limits make of it; the lines include it. */
  period_commissions: PeriodCommissionRow[]
  /** The period and the one before it, by currency. */
  comparison: PeriodComparison[]
}

interface FoundPeriod extends Omit<PeriodRow, "totals" | "period" | "close_refusal"> {
  has_begun: boolean
  reconciled_at: Date | null
}

const bounds = boundsOf(":period", "program.timezone")

const PERIOD = statement<FoundPeriod>(
  `
  SELECT period.id, program.id AS program_id, program.name AS program_name, coalesce(period.status, 'open') AS status,
         coalesce(period.starts_at, ${bounds.starts_at}) AS starts_at, coalesce(period.ends_at, ${bounds.ends_at}) AS ends_at, period.closed_at, period.closed_by,
         coalesce(period.starts_at, ${bounds.starts_at}) <= statement_timestamp() AS has_begun,
         (SELECT max(began_at) FROM affiliate_reconciliation) AS reconciled_at
  FROM affiliate_program program LEFT JOIN affiliate_period period ON period.program_id = program.id AND period.period = :period
  WHERE program.id = :program_id AND program.deleted_at IS NULL`,
  z.strictObject({
    id: text.nullable(),
    program_id: text,
    program_name: text,
    status: oneOf("open", "closed"),
    starts_at: time,
    ends_at: time,
    closed_at: time.nullable(),
    closed_by: text.nullable(),
    has_begun: flag,
    reconciled_at: time.nullable(),
  })
)

/**
 * One period of a program beside the one before: what the close wrote, or would write now. Null when there is no such program.
 *
 * @throws InvalidInput naming `period` when it has not begun.
 */
export async function retrievePeriod(sql: Sql, program_id: string, period: string): Promise<PeriodDetail | null> {
  const [found] = await rows(sql, PERIOD, { program_id, period })
  if (!found) return null
  const { has_begun, ...row } = found
  if (!has_begun && row.status === "open") throw new InvalidInput("period", `${period} has not begun yet`)
  const [facts] = await rows(sql, REQUESTED_PERIOD, { program_id, period, now: await timeOf(sql) })
  const { lines, absent } = await comparePeriod(sql, program_id, period, row.status === "closed")
  const period_commissions = await listPeriodCommissions(sql, program_id, period, row.status === "closed")
  return {
    ...row,
    period,
    close_refusal: facts ? closeRefusal(facts, period) : null,
    totals: periodTotals(lines),
    lines,
    absent,
    period_commissions,
    comparison: periodComparison(lines, absent),
  }
}
