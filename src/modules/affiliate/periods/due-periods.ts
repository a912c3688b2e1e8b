import { z } from "@medusajs/framework/zod"

import { InvalidInput } from "../../../domain/errors"
import { timeOf } from "../database/clock"
import { rows, type Sql } from "../database/connection"
import { notFound } from "../database/not-found"
import { statement, text, time } from "../database/row-check"
import { boundsOf } from "./bounds"
import { PROGRAM_MONTHS, REQUESTED_PERIOD, refusalOf } from "./close-order"

export interface DuePeriod {
  program_id: string
  period: string
  /** A requested period may be closed already; one that is due never is. */
  is_closed: boolean
}

export interface DueQuery {
  /** For tests; the database's clock when absent. */
  now?: Date
  /** `YYYY-MM`; every period that has ended and is not closed when absent. */
  period?: string
  program_id?: string
}

/** Every month since the last closed one, or since the program's first, and months that a commission opened. */
const DUE = statement<Pick<DuePeriod, "program_id" | "period">>(
  `
  WITH ${PROGRAM_MONTHS}
  SELECT months.program_id, month.period
  FROM months CROSS JOIN LATERAL (
    SELECT to_char(day, 'YYYY-MM') AS period
    FROM generate_series(to_date(months.next, 'YYYY-MM'), :now::timestamptz AT TIME ZONE months.timezone, interval '1 month') day
    UNION
    SELECT opened.period FROM affiliate_period opened WHERE opened.program_id = months.program_id AND opened.status = 'open'
  ) month
  WHERE ${boundsOf("month.period", "months.timezone").ends_at} <= :now
  ORDER BY months.program_id, month.period`,
  z.strictObject({ program_id: text, period: text })
)

const START_OF_OPEN_PERIODS = statement<{ starts_at: Date }>(
  `
  WITH ${PROGRAM_MONTHS}
  SELECT affiliate_period_start(
           least(months.next, to_char(:now::timestamptz AT TIME ZONE months.timezone, 'YYYY-MM'),
                 (SELECT min(opened.period) FROM affiliate_period opened
                  WHERE opened.program_id = months.program_id AND opened.status = 'open')),
           months.timezone) AS starts_at
  FROM months`,
  z.strictObject({ starts_at: time })
)

/** The first instant of a program's first open period, the present one at the latest. */
export async function startOfOpenPeriods(sql: Sql, program_id: string, now: Date): Promise<Date> {
  const [first] = await rows(sql, START_OF_OPEN_PERIODS, { program_id, now })
  if (!first) throw notFound("Affiliate program", program_id)
  return first.starts_at
}

/**
 * The periods to close, oldest first, whatever a program's status is now: those that are due, or the requested one. PostgreSQL computes when
 * a month ends, because its time zones decide everywhere; the server's may be newer or older. A closed period counts as ended, whatever the
 * clock says.
 *
 * @throws InvalidInput naming `period` when the requested period can be closed in no program, or has to wait for an earlier one.
 */
export async function listPeriodsToClose(sql: Sql, { now, period, program_id }: DueQuery): Promise<DuePeriod[]> {
  const bindings = { now: await timeOf(sql, now), program_id: program_id ?? null }
  if (!period) return (await rows(sql, DUE, bindings)).map((due) => ({ ...due, is_closed: false }))

  const requested = await rows(sql, REQUESTED_PERIOD, { ...bindings, period })
  const closable = requested.filter((month) => refusalOf(month, period) === null)
  const waiting = requested.find(({ is_closed, open_before }) => !is_closed && open_before !== null)
  const refused = waiting ?? (closable.length === 0 ? requested[0] : undefined)
  if (refused) throw new InvalidInput("period", refusalOf(refused, period) ?? "cannot be closed")
  return closable.map(({ program_id: id, is_closed }) => ({ program_id: id, period, is_closed }))
}
