import { z } from "@medusajs/framework/zod"

import { closeRefusal, type CloseFacts } from "../../../domain/periods/close-refusal"
import { flag, statement, text } from "../database/row-check"
import { boundsOf } from "./bounds"

/** A program's first month, as SQL over the alias of the program: that of its beginning, or of an earlier commission. */
export const firstPeriodOf = (program: string): string => `least(
  to_char(coalesce(${program}.starts_at, ${program}.created_at) AT TIME ZONE ${program}.timezone, 'YYYY-MM'),
  (SELECT min(commission.period) FROM affiliate_commission commission WHERE commission.program_id = ${program}.id))`

/** The last month that is closed, and the first open one before a period, as SQL. */
export const lastClosedOf = (program_id: string): string =>
  `(SELECT max(closed.period) FROM affiliate_period closed WHERE closed.program_id = ${program_id} AND closed.status = 'closed')`
export const firstOpenBefore = (program_id: string, period: string): string => `
  (SELECT min(before.period) FROM affiliate_period before
   WHERE before.program_id = ${program_id} AND before.period < ${period} AND before.status = 'open')`

/**
 * The months of the requested programs, as the CTE `months`. Months are closed in order, because a correction follows what the month it
 * corrects decided: `next` is the one after the last that is closed, or the program's first. A month older than a closed one counts as
 * closed. If it had no commission by then, it needs no close of its own: what is recorded of it later counts in the first open month.
 */
export const PROGRAM_MONTHS = `
  months AS (
    SELECT program.id AS program_id, program.name AS program_name, program.timezone, first.period AS first, closed.last AS last_closed,
           coalesce(to_char(to_date(closed.last, 'YYYY-MM') + interval '1 month', 'YYYY-MM'), first.period) AS next
    FROM affiliate_program program
    CROSS JOIN LATERAL (SELECT ${firstPeriodOf("program")} AS period) first
    CROSS JOIN LATERAL (SELECT ${lastClosedOf("program.id")} AS last) closed
    WHERE program.deleted_at IS NULL AND (:program_id::text IS NULL OR program.id = :program_id)
  )`

export interface RequestedPeriod extends CloseFacts {
  program_id: string
  program_name: string
}

/** How the period `:period` stands in each of the requested programs at `:now`. */
export const REQUESTED_PERIOD = statement<RequestedPeriod>(
  `
  WITH ${PROGRAM_MONTHS}
  SELECT months.program_id, months.program_name, months.first, months.last_closed, coalesce(requested.status = 'open', false) AS is_open,
         coalesce(requested.status = 'closed', false) AS is_closed,
         ${boundsOf(":period", "months.timezone").ends_at} <= :now AS has_ended,
         ${firstOpenBefore("months.program_id", ":period")} AS open_before
  FROM months LEFT JOIN affiliate_period requested ON requested.program_id = months.program_id AND requested.period = :period
  ORDER BY months.program_id`,
  z.strictObject({
    program_id: text,
    program_name: text,
    first: text,
    last_closed: text.nullable(),
    is_open: flag,
    is_closed: flag,
    has_ended: flag,
    open_before: text.nullable(),
  })
)

/** Why a period cannot be closed in a program, in words; null where it can be, or is closed. */
export function refusalOf({ program_name, ...facts }: RequestedPeriod, period: string): string | null {
  const refusal = closeRefusal(facts, period)
  if (!refusal) return null
  const other = refusal.period ?? ""
  const words: Record<typeof refusal.code, string> = {
    not_ended: `${period} has not ended yet`,
    earlier_month_open: `${other} of ${program_name} is open and has to be closed first`,
    counts_as_closed: `${period} of ${program_name} counts as closed, because ${other} is closed`,
    not_begun: `${program_name} had not begun in ${period}: its first month is ${other}`,
  }
  return words[refusal.code]
}
