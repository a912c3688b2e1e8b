import { rows, type Sql } from "../database/connection"
import { posting } from "../ledger/posting"
import { boundsOf } from "./bounds"
import { PERIOD_TOTALS } from "./totals"

export interface PeriodToClose {
  program_id: string
  /** `YYYY-MM` */
  period: string
  closed_by: string
  now: Date
}

const bounds = boundsOf(":period", "program.timezone")

/** Locks the program's row, so that a change of its time zone and this close wait for each other. */
const OPEN_PERIOD = `
  INSERT INTO affiliate_period (id, program_id, period, status, starts_at, ends_at)
  SELECT affiliate_new_id('affper'), program.id, :period, 'open', ${bounds.starts_at}, ${bounds.ends_at}
  FROM affiliate_program program WHERE program.id = :program_id FOR SHARE
  ON CONFLICT (program_id, period) DO NOTHING`

/**
 * The WHERE repeats the expected state: of fifty parallel closes one gets the row, the others wait for it and then get none. Whether the
 * period has ended depends on the program's time zone, as in `listPeriodsToClose`. The bounds are written anew, because a row that was
 * opened while the time zone changed may have those of the former zone.
 */
const CLAIM_PERIOD = `
  UPDATE affiliate_period period
  SET status = 'closed', closed_at = :now, closed_by = :closed_by, updated_at = :now,
      starts_at = ${bounds.starts_at}, ends_at = ${bounds.ends_at}
  FROM affiliate_program program
  WHERE program.id = :program_id AND period.program_id = program.id AND period.period = :period AND period.status = 'open'
    AND ${bounds.ends_at} <= :now
  RETURNING period.id`

/** Lines and both legs of every credited line, in one statement. */
const WRITE_LINES_AND_ENTRIES = `
  WITH ${PERIOD_TOTALS},
  lines AS (
    INSERT INTO affiliate_period_line (id, period_id, program_id, affiliate_id, currency_code, expense_amount, amount, commission_count,
                                       order_count, outcome, reason, is_judged, available_at)
    SELECT affiliate_new_id('affline'), :period_id, program_id, affiliate_id, currency_code, expense_amount, amount, commission_count,
           order_count, outcome, reason, is_judged, available_at
    FROM totals ORDER BY affiliate_id, currency_code, outcome
    RETURNING *
  )
  ${posting({
    from: "lines",
    source_type: "period_line",
    affiliate: 1,
    counter: "program_expense",
    period: ":period",
    available_at: "available_at",
    occurred_at: ":now",
    where: "outcome = 'credited' AND amount <> 0",
  })}`

/**
 * Closes a program's period: in one transaction its row becomes closed, and its commissions become lines and ledger entries. Three
 * statements, however many orders there are. Runs inside the caller's transaction.
 *
 * @returns whether this call closed it. When it was closed before or has not ended, the result is false and nothing is written.
 */
export async function closePeriod(sql: Sql, { program_id, period, closed_by, now }: PeriodToClose): Promise<boolean> {
  await rows(sql, OPEN_PERIOD, { program_id, period })
  const [claimed] = await rows<{ id: string }>(sql, CLAIM_PERIOD, { program_id, period, closed_by, now })
  if (!claimed) return false
  await rows(sql, WRITE_LINES_AND_ENTRIES, { program_id, period, period_id: claimed.id, now })
  return true
}
