import { NOW } from "../database/clock"
import { rows, type Sql } from "../database/connection"

const DUE = `
  SELECT DISTINCT period.program_id
  FROM affiliate_period period JOIN affiliate_program program ON program.id = period.program_id
  WHERE period.status = 'closed' AND program.automatic_payouts AND program.deleted_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM affiliate_paid_period paid WHERE paid.program_id = period.program_id AND paid.period = period.period)
    AND NOT EXISTS (SELECT 1 FROM affiliate_period_line line WHERE line.period_id = period.id AND line.available_at > ${NOW})
  ORDER BY period.program_id`

/** The transaction that inserts the periods' rows pays them out; the unique key lets one in, and the others wait for its end. */
const CLAIM = `
  INSERT INTO affiliate_paid_period (id, program_id, period)
  SELECT affiliate_new_id('affpaid'), period.program_id, period.period
  FROM affiliate_period period
  WHERE period.program_id = :program_id AND period.status = 'closed'
    AND NOT EXISTS (SELECT 1 FROM affiliate_period_line line WHERE line.period_id = period.id AND line.available_at > ${NOW})
  ORDER BY period.period
  ON CONFLICT (program_id, period) DO NOTHING
  RETURNING id`

const PAST = `
  INSERT INTO affiliate_paid_period (id, program_id, period)
  SELECT affiliate_new_id('affpaid'), program_id, period FROM affiliate_period WHERE program_id = :program_id AND status = 'closed'
  ORDER BY period ON CONFLICT (program_id, period) DO NOTHING`

/** A program that starts to pay out automatically starts with the next close: earlier balances are paid when an admin pays them out. */
export async function skipPastPeriods(sql: Sql, programId: string): Promise<void> {
  await rows(sql, PAST, { program_id: programId })
}

/** The programs that pay out automatically and have a closed period, past its hold period, that was not paid out yet. */
export async function listProgramsDue(sql: Sql, now?: Date): Promise<string[]> {
  return (await rows<{ program_id: string }>(sql, DUE, { now: now ?? null })).map(({ program_id }) => program_id)
}

/** Claims a program's due periods for the automatic payout in the caller's transaction. @returns whether there was one left. */
export async function claimPaidPeriods(sql: Sql, programId: string, now?: Date): Promise<boolean> {
  return (await rows(sql, CLAIM, { program_id: programId, now: now ?? null })).length > 0
}
