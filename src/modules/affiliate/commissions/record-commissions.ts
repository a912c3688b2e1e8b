import { COMMISSION_CAUSES } from "./causes"
import { rows, type Sql } from "../database/connection"
import { outcomeOfCorrectedPeriod } from "./outcome-of-corrected-period"
import { ORDER_WORTH, CURRENT_SUBJECTS } from "./order-worth"

export interface RecordedCommission {
  id: string
  order_id: string
  affiliate_id: string
}

interface Outcome {
  wanted: number
  recorded: RecordedCommission[]
}

/**
 * One statement for one order or for thousands: what is each worth now, what is recorded, append the difference. Rows of an affiliate the
 * order no longer belongs to are reversed to zero by the same subtraction. `sequence` is the next number the statement saw; of two
 * writers that saw the same rows, the unique key lets one through and the other writes nothing.
 *
 * A row counts in the month in which it happened, in the program's time zone; if that month is closed, in the first open one. It points at the
 * month whose judgement it follows. An affiliate's later rows of an order follow what the first one did: its own month or, when it was late
 * itself, the closed month it points at, unless that had nothing of the affiliate's to judge.
 */
const APPEND_DIFFERENCES = `
  WITH asked AS (SELECT unnest(:order_ids::text[]) AS order_id),
  ${CURRENT_SUBJECTS},
  ${ORDER_WORTH},
  differences AS (
    SELECT w.order_id, w.version, w.is_over, w.currency_code, w.canceled_at, w.updated_at, d.*, written.last_at,
           coalesce(written.sequence, 0) + row_number() OVER (PARTITION BY w.order_id ORDER BY d.is_former DESC, d.affiliate_id) AS sequence,
           CASE WHEN written.sequence IS NULL THEN 'order' WHEN d.is_former OR d.is_new THEN 'reassign' ELSE 'change' END AS kind
    FROM worth w
    CROSS JOIN LATERAL (
      SELECT max(sequence) AS sequence, max(occurred_at) AS last_at
      FROM affiliate_commission WHERE order_id = w.order_id
    ) written
    CROSS JOIN LATERAL (
      SELECT affiliate_id, sum(expense_amount) AS expense_amount, sum(amount) AS amount,
             bool_and(sequence IS NOT NULL) AS is_former,
             coalesce((array_agg(attribution_id ORDER BY sequence DESC) FILTER (WHERE sequence IS NOT NULL))[1], '')
               IS DISTINCT FROM w.attribution_id AS is_new,
             (array_agg(program_id ORDER BY sequence DESC))[1] AS program_id,
             (array_agg(attribution_id ORDER BY sequence DESC))[1] AS attribution_id,
             (array_agg(rate_percent ORDER BY sequence DESC))[1] AS rate_percent
      FROM (
        SELECT w.affiliate_id, w.program_id, w.attribution_id, w.rate_percent, w.expense_amount, w.amount, NULL AS sequence
        WHERE w.affiliate_id IS NOT NULL
        UNION ALL
        SELECT affiliate_id, program_id, attribution_id, rate_percent, -expense_amount, -amount, sequence
        FROM affiliate_commission WHERE order_id = w.order_id
      ) target_and_recorded
      GROUP BY affiliate_id
      HAVING sum(expense_amount) <> 0 OR sum(amount) <> 0
    ) d
  ),
  ${COMMISSION_CAUSES},
  placed AS (
    SELECT c.*, p.timezone, to_char(c.occurred_at AT TIME ZONE p.timezone, 'YYYY-MM') AS natural_period,
           CASE
             WHEN NOT EXISTS (SELECT 1 FROM currency k WHERE k.code = lower(c.currency_code) AND k.deleted_at IS NULL)
               THEN format('%L is no currency of this store', c.currency_code)
             WHEN NOT EXISTS (SELECT 1 FROM affiliate a WHERE a.id = c.affiliate_id)
               THEN format('affiliate %s does not exist', c.affiliate_id)
           END AS refusal
    FROM caused c JOIN affiliate_program p ON p.id = c.program_id
  ),
  counted AS (
    SELECT placed.*, coalesce(later.period, natural_period) AS period, coalesce(first.followed_period, natural_period) AS followed_period
    FROM placed
    LEFT JOIN LATERAL (
      SELECT CASE WHEN EXISTS (${outcomeOfCorrectedPeriod("1")}) THEN c.corrects_period ELSE c.period END AS followed_period
      FROM affiliate_commission c
      WHERE c.order_id = placed.order_id AND c.affiliate_id = placed.affiliate_id
      ORDER BY c.sequence LIMIT 1
    ) first ON true
    LEFT JOIN affiliate_period closed
      ON closed.program_id = placed.program_id AND closed.period = natural_period AND closed.status = 'closed'
    LEFT JOIN LATERAL (
      SELECT to_char(month, 'YYYY-MM') AS period
      FROM generate_series(to_date(natural_period, 'YYYY-MM'), :now::timestamptz AT TIME ZONE placed.timezone, interval '1 month') month
      WHERE closed.id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM affiliate_period x WHERE x.program_id = placed.program_id
                        AND x.period = to_char(month, 'YYYY-MM') AND x.status = 'closed')
      ORDER BY month LIMIT 1
    ) later ON true
  ),
  opened AS (
    INSERT INTO affiliate_period (id, program_id, period, status, starts_at, ends_at)
    SELECT affiliate_new_id('affper'), program_id, period, 'open',
           affiliate_period_start(period, timezone), affiliate_period_start(next_period, timezone)
    FROM (
      SELECT DISTINCT program_id, period, timezone, to_char(to_date(period, 'YYYY-MM') + interval '1 month', 'YYYY-MM') AS next_period
      FROM counted
    ) months
    ORDER BY program_id, period
    ON CONFLICT (program_id, period) DO NOTHING
  ),
  appended AS (
    INSERT INTO affiliate_commission (id, order_id, sequence, attribution_id, affiliate_id, program_id, kind, expense_amount, rate_percent,
                                      amount, currency_code, period, corrects_period, order_version, cause_type, cause_id, occurred_at)
    SELECT affiliate_new_id('affcom'), order_id, sequence, attribution_id, affiliate_id, program_id, cause, expense_amount, rate_percent,
           CASE WHEN refusal IS NULL THEN amount ELSE affiliate_refuse_order(refusal) END, currency_code, period,
           nullif(followed_period, period), version, cause_type, cause_id, occurred_at
    FROM counted ORDER BY order_id, sequence
    ON CONFLICT (order_id, sequence) DO NOTHING
    RETURNING id, order_id, affiliate_id
  )
  SELECT (SELECT count(*)::int FROM counted) AS wanted, coalesce((SELECT json_agg(appended) FROM appended), '[]') AS recorded`

/**
 * Brings the recorded commissions of the given orders up to what the orders are worth at this moment. Repeating it, from as many processes
 * as you like, changes nothing. Runs inside the caller's transaction.
 *
 * @throws PeriodClosed when a close won the race for the month; the caller starts its transaction again.
 */
export async function recordCommissions(sql: Sql, orderIds: string[], now: Date): Promise<RecordedCommission[]> {
  const [outcome] = await rows<Outcome>(sql, APPEND_DIFFERENCES, { order_ids: orderIds, now })
  if (!outcome) return []
  if (outcome.recorded.length === outcome.wanted) return outcome.recorded
  // Somebody else appended to one of these orders after our snapshot, maybe from an older state of the order: look once more.
  return [...outcome.recorded, ...(await recordCommissions(sql, orderIds, now))]
}
