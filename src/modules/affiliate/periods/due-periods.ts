import { InvalidInput } from "../../../domain/errors"
import { duePeriods, periodAt } from "../../../domain/periods/period"
import { rows, type Sql } from "../database/connection"

export interface DuePeriod {
  program_id: string
  period: string
  /** A requested period may be closed already; one that is due never is. */
  is_closed: boolean
}

export interface DueQuery {
  now: Date
  /** `YYYY-MM`; every period that has ended and is not closed when absent. */
  period?: string
  program_id?: string
}

interface ProgramPeriods {
  id: string
  timezone: string
  began_at: Date
  first_commission: string | null
  closed: string[]
}

const PROGRAM_PERIODS = `
  SELECT program.id, program.timezone, coalesce(program.starts_at, program.created_at) AS began_at,
         (SELECT min(commission.period) FROM affiliate_commission commission WHERE commission.program_id = program.id) AS first_commission,
         coalesce((SELECT array_agg(period.period) FROM affiliate_period period
                   WHERE period.program_id = program.id AND period.status = 'closed'), '{}') AS closed
  FROM affiliate_program program
  WHERE program.deleted_at IS NULL AND (:program_id::text IS NULL OR program.id = :program_id) ORDER BY program.id`

/**
 * The periods to close, oldest first, whatever a program's status is now: those that are due, or the requested one. A closed period counts as
 * ended, whatever the clock says.
 *
 * @throws InvalidInput naming `period` when the requested period has ended in no program's time zone.
 */
export async function listPeriodsToClose(sql: Sql, { now, period, program_id }: DueQuery): Promise<DuePeriod[]> {
  const programs = await rows<ProgramPeriods>(sql, PROGRAM_PERIODS, { program_id: program_id ?? null })
  if (!period) return programs.flatMap((program) => dueOf(program, now))

  const ended = programs.filter(({ timezone, closed }) => closed.includes(period) || period < periodAt(now, timezone))
  if (programs.length > 0 && ended.length === 0) throw new InvalidInput("period", `${period} has not ended yet`)
  return ended.map(({ id, closed }) => ({ program_id: id, period, is_closed: closed.includes(period) }))
}

function dueOf({ id, timezone, began_at, first_commission, closed }: ProgramPeriods, now: Date): DuePeriod[] {
  const began = periodAt(began_at, timezone)
  const first = first_commission !== null && first_commission < began ? first_commission : began
  return duePeriods(first, new Set(closed), now, timezone).map((period) => ({ program_id: id, period, is_closed: false }))
}
