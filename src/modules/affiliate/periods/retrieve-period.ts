import { z } from "@medusajs/framework/zod"

import { InvalidInput } from "../../../domain/errors"
import { closeRefusal, type CloseFacts } from "../../../domain/periods/close-refusal"
import { addPeriods } from "../../../domain/periods/period"
import { rows, type Sql } from "../database/connection"
import { boundsOf } from "./bounds"
import { comparePeriod, type ComparedMonths, type ComparedPeriod, type PeriodPage } from "./period-comparison"
import { listPeriodCommissions, type PeriodCommissionRow } from "./list-period-commissions"
import type { PeriodRow } from "./list-periods"
import { firstOpenBefore, firstPeriodOf, lastClosedOf } from "./close-order"
import { hasMonthTerms } from "./month-terms"
import { flag, oneOf, statement, text, time } from "../database/row-check"

export interface PeriodDetail extends PeriodRow, ComparedPeriod {
  /** When the last reconciliation began. An open period includes all changes until then, and later ones that events reported. */
  reconciled_at: Date | null
  /** What tiers, bonuses and limits make of it; the lines include it. */
  period_commissions: PeriodCommissionRow[]
  period_commission_count: number
}

interface FoundPeriod extends Omit<PeriodRow, "totals" | "period" | "close_refusal"> {
  has_begun: boolean
  reconciled_at: Date | null
}

/** The period without its figures, and what the statements about these are made for. */
interface Found extends FoundPeriod, Omit<CloseFacts, "is_open" | "is_closed">, Omit<ComparedMonths, "is_closed"> {}

const bounds = boundsOf(":period", "program.timezone")
const STARTS_AT = `coalesce(period.starts_at, ${bounds.starts_at})`
const ENDS_AT = `coalesce(period.ends_at, ${bounds.ends_at})`

const PERIOD = statement<Found>(
  `
  SELECT period.id, program.id AS program_id, program.name AS program_name, coalesce(period.status, 'open') AS status,
         ${STARTS_AT} AS starts_at, ${ENDS_AT} AS ends_at, period.closed_at, period.closed_by,
         ${STARTS_AT} <= statement_timestamp() AS has_begun, (SELECT max(began_at) FROM affiliate_reconciliation) AS reconciled_at,
         ${firstPeriodOf("program")} AS first, ${lastClosedOf("program.id")} AS last_closed, ${ENDS_AT} <= statement_timestamp() AS has_ended,
         ${firstOpenBefore("program.id", ":period")} AS open_before,
         ${hasMonthTerms(":program_id", ":period")} AS has_terms, ${hasMonthTerms(":program_id", ":previous_period")} AS previous_has_terms,
         EXISTS (
           SELECT 1 FROM affiliate_period before
           WHERE before.program_id = program.id AND before.period = :previous_period AND before.status = 'open') AS previous_is_open
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
    first: text,
    last_closed: text.nullable(),
    has_ended: flag,
    open_before: text.nullable(),
    has_terms: flag,
    previous_has_terms: flag,
    previous_is_open: flag,
  })
)

/**
 * One period of a program beside the one before: what the close wrote, or would write now. Null when there is no such program.
 *
 * @throws InvalidInput naming `period` when it has not begun.
 */
export async function retrievePeriod(sql: Sql, program_id: string, period: string, page: PeriodPage = {}): Promise<PeriodDetail | null> {
  const [found] = await rows(sql, PERIOD, { program_id, period, previous_period: addPeriods(period, -1) })
  if (!found) return null
  const { has_begun, first, last_closed, has_ended, open_before, has_terms, previous_has_terms, previous_is_open, ...row } = found
  if (!has_begun && row.status === "open") throw new InvalidInput("period", `${period} has not begun yet`)
  const is_closed = row.status === "closed"
  const facts = { first, last_closed, has_ended, open_before, is_closed, is_open: !is_closed && row.id !== null }
  const compared = await comparePeriod(sql, { program_id, period }, { is_closed, has_terms, previous_has_terms, previous_is_open }, page)
  const commissions = is_closed || has_terms ? await listPeriodCommissions(sql, program_id, period, is_closed) : []
  const { limit = commissions.length, offset = 0, affiliate_id } = page
  const wanted = affiliate_id ? commissions.filter((row) => affiliate_id.includes(row.affiliate_id)) : commissions
  return {
    ...row,
    period,
    close_refusal: closeRefusal(facts, period),
    ...compared,
    period_commissions: wanted.slice(offset, offset + limit),
    period_commission_count: wanted.length,
  }
}
