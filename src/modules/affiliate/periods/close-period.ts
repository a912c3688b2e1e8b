import { InvalidInput } from "../../../domain/errors"
import { timeOf } from "../database/clock"
import { rows, type Sql } from "../database/connection"
import { posting } from "../ledger/posting"
import { boundsOf } from "./bounds"
import { REQUESTED_PERIOD, refusalOf } from "./close-order"
import { findMonthTerms } from "./month-terms"
import { periodTotals } from "./totals"

export interface PeriodToClose {
  program_id: string
  /** `YYYY-MM` */
  period: string
  closed_by: string
  /** For tests; the database's clock when absent. */
  now?: Date
}

const bounds = boundsOf(":period", "program.timezone")

/**
 * A change of the program's time zone, a commission that opens a month, and other closes of the program wait for this one, or this one for
 * them: none of them may come between the look at the order of months and the close.
 */
const LOCK_PROGRAM = `SELECT 1 FROM affiliate_program WHERE id = :program_id FOR NO KEY UPDATE`

const OPEN_PERIOD = `
  INSERT INTO affiliate_period (id, program_id, period, status, starts_at, ends_at)
  SELECT affiliate_new_id('affper'), program.id, :period, 'open', ${bounds.starts_at}, ${bounds.ends_at}
  FROM affiliate_program program WHERE program.id = :program_id
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

/**
 * Months without commissions count as closed with the first later one. From the last closed month on, or from the first entry of the ledger,
 * they get rows that say so: their bounds are then kept for the statements, which may show adjustments and payouts.
 */
const CLOSE_EMPTY_PERIODS = `
  INSERT INTO affiliate_period (id, program_id, period, status, starts_at, ends_at, closed_at, closed_by)
  SELECT affiliate_new_id('affper'), program.id, month.period, 'closed', ${boundsOf("month.period", "program.timezone").starts_at},
         ${boundsOf("month.period", "program.timezone").ends_at}, :now, :closed_by
  FROM affiliate_program program
  CROSS JOIN LATERAL (
    SELECT min(coalesce(entry.period, to_char(entry.occurred_at AT TIME ZONE program.timezone, 'YYYY-MM'))) AS first
    FROM affiliate JOIN affiliate_ledger_entry entry ON entry.affiliate_id = affiliate.id
    WHERE :last_closed::text IS NULL AND affiliate.program_id = program.id
  ) ledger
  CROSS JOIN LATERAL (
    SELECT to_char(day, 'YYYY-MM') AS period
    FROM generate_series(to_date(coalesce(:last_closed::text, ledger.first), 'YYYY-MM'), to_date(:period, 'YYYY-MM') - interval '1 month',
                         interval '1 month') day
  ) month
  WHERE program.id = :program_id
  ORDER BY month.period
  ON CONFLICT (program_id, period) DO NOTHING
  RETURNING period`

const WRITTEN = `
  written AS (
    INSERT INTO affiliate_period_commission (id, program_id, affiliate_id, currency_code, period, corrects_period, kind, amount, base_amount,
                                             measure, measured, threshold, raise_percent)
    SELECT affiliate_new_id('affpcom'), :program_id, affiliate_id, currency_code, :period, corrects_period, kind, amount, base_amount,
           measure, measured, threshold, raise_percent
    FROM period_commissions ORDER BY affiliate_id, currency_code, corrects_period, kind
  ),`

/** What tiers, bonuses and limits come to, lines, and both legs of every credited line, in one statement. */
const writeLinesAndEntries = (hasTerms: boolean): string => `
  WITH ${periodTotals(hasTerms)},
  ${hasTerms ? WRITTEN : ""}
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
 * Closes a program's period: in one transaction its row becomes closed, and its commissions become lines and ledger entries. A handful of
 * statements, however many orders there are. Runs inside the caller's transaction.
 *
 * @returns the periods that this call closed: the requested one, and those without commissions before it. None when it was closed before or
 * has not ended; then nothing is written.
 * @throws InvalidInput naming `period` when an earlier month has to be closed first, or the period is older than a closed one or the program.
 */
export async function closePeriod(sql: Sql, { program_id, period, closed_by, ...close }: PeriodToClose): Promise<string[]> {
  await rows(sql, LOCK_PROGRAM, { program_id })
  const now = await timeOf(sql, close.now)
  const [month] = await rows(sql, REQUESTED_PERIOD, { program_id, period, now })
  if (!month || month.is_closed || !month.has_ended) return []
  const refusal = refusalOf(month, period)
  if (refusal !== null) throw new InvalidInput("period", refusal)

  await rows(sql, OPEN_PERIOD, { program_id, period })
  const [claimed] = await rows<{ id: string }>(sql, CLAIM_PERIOD, { program_id, period, closed_by, now })
  if (!claimed) return []
  const hasTerms = await findMonthTerms(sql, program_id, period)
  await rows(sql, writeLinesAndEntries(hasTerms), { program_id, period, period_id: claimed.id, now })
  const { last_closed } = month
  const empty = await rows<{ period: string }>(sql, CLOSE_EMPTY_PERIODS, { program_id, period, last_closed, closed_by, now })
  return [...empty.map((closed) => closed.period), period]
}
