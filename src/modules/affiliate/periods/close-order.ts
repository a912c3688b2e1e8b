import { z } from "@medusajs/framework/zod"

import { flag, statement, text } from "../database/row-check"
import { boundsOf } from "./bounds"

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
    CROSS JOIN LATERAL (SELECT least(
      to_char(coalesce(program.starts_at, program.created_at) AT TIME ZONE program.timezone, 'YYYY-MM'),
      (SELECT min(commission.period) FROM affiliate_commission commission WHERE commission.program_id = program.id)) AS period) first
    CROSS JOIN LATERAL (
      SELECT max(period.period) AS last FROM affiliate_period period WHERE period.program_id = program.id AND period.status = 'closed'
    ) closed
    WHERE program.deleted_at IS NULL AND (:program_id::text IS NULL OR program.id = :program_id)
  )`

export interface RequestedPeriod {
  program_id: string
  program_name: string
  first: string
  last_closed: string | null
  is_open: boolean
  is_closed: boolean
  has_ended: boolean
  /** The first month before it that has commissions and is not closed. */
  open_before: string | null
}

/** How the period `:period` stands in each of the requested programs at `:now`. */
export const REQUESTED_PERIOD = statement<RequestedPeriod>(
  `
  WITH ${PROGRAM_MONTHS}
  SELECT months.program_id, months.program_name, months.first, months.last_closed, coalesce(requested.status = 'open', false) AS is_open,
         coalesce(requested.status = 'closed', false) AS is_closed,
         ${boundsOf(":period", "months.timezone").ends_at} <= :now AS has_ended,
         (SELECT min(before.period) FROM affiliate_period before
          WHERE before.program_id = months.program_id AND before.period < :period AND before.status = 'open') AS open_before
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

/** Why a period cannot be closed in a program; null where it can be, or is closed. */
export function refusalOf(month: RequestedPeriod, period: string): string | null {
  const { program_name, first, last_closed, is_open, is_closed, has_ended, open_before } = month
  if (is_closed) return null
  if (!has_ended) return `${period} has not ended yet`
  if (open_before !== null) return `${open_before} of ${program_name} is open and has to be closed first`
  if (is_open) return null
  if (last_closed !== null && period < last_closed) return `${period} of ${program_name} counts as closed, because ${last_closed} is closed`
  return period < first ? `${program_name} had not begun in ${period}: its first month is ${first}` : null
}
