import { z } from "@medusajs/framework/zod"

import type { CountedSums } from "../../../domain/statistics/tasks"
import { isLastOfAccount } from "../payouts/list-payouts"
import { NOW } from "../database/clock"
import { rows, type Sql } from "../database/connection"
import { decimal, flag, integer, statement, text, time } from "../database/row-check"

export interface CountedTasks {
  applications: number
  quarantined_orders: number
  payouts_to_pay: CountedSums
  failed_payouts: CountedSums
  /** When the hourly run last began; null before the first. */
  last_run_at: Date | null
  /** Whether it has not begun for hours: no worker runs, or the scheduler has forgotten it. */
  is_run_late: boolean
}

/** The job runs once an hour, and one run may take long or be lost. */
const LATE = "interval '3 hours'"

/** Payouts in one statement for each kind, each currency by itself. */
const payouts = (condition: string): string => `
  (SELECT json_build_object('count', coalesce(sum(count), 0)::int, 'totals', coalesce(json_agg(json_build_object(
            'currency_code', currency_code, 'amount', affiliate_round(amount, currency_code)::text) ORDER BY currency_code), '[]'))
   FROM (
     SELECT payout.currency_code, count(*) AS count, sum(payout.amount) AS amount FROM affiliate_payout payout
     WHERE ${condition} AND (:program_id::text IS NULL OR payout.program_id = :program_id)
     GROUP BY payout.currency_code
   ) sums)`

const COUNTED_SUMS = z.strictObject({ count: integer, totals: z.array(z.strictObject({ currency_code: text, amount: decimal })) })

const TASKS = statement<CountedTasks>(
  `
  SELECT (SELECT count(*)::int FROM affiliate
          WHERE status = 'pending' AND deleted_at IS NULL AND (:program_id::text IS NULL OR program_id = :program_id)) AS applications,
         (SELECT count(*)::int FROM affiliate_quarantined_order WHERE resolved_at IS NULL) AS quarantined_orders,
         ${payouts("payout.status = 'processing'")} AS payouts_to_pay,
         ${payouts(`payout.status = 'failed' AND ${isLastOfAccount("payout")}`)} AS failed_payouts,
         run.last_run_at,
         coalesce(coalesce(run.last_run_at, (SELECT min(created_at) FROM affiliate_program)) < ${NOW} - ${LATE}, false) AS is_run_late
  FROM (SELECT max(began_at) AS last_run_at FROM affiliate_reconciliation) run`,
  z.strictObject({
    applications: integer,
    quarantined_orders: integer,
    payouts_to_pay: COUNTED_SUMS,
    failed_payouts: COUNTED_SUMS,
    last_run_at: time.nullable(),
    is_run_late: flag,
  })
)

/** What waits for the merchant and can be counted; of one program, or of all. */
export async function readTasks(sql: Sql, program_id?: string, now?: Date): Promise<CountedTasks> {
  const [tasks] = await rows(sql, TASKS, { program_id: program_id ?? null, now: now ?? null })
  return tasks as CountedTasks
}
