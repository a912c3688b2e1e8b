import { z } from "@medusajs/framework/zod"

import { COMMISSION_CAUSES } from "./causes"
import { rows, type Sql } from "../database/connection"
import { outcomeOfCorrectedPeriod } from "./commission-line"
import { keepTerms } from "./keep-terms"
import { ORDER_WORTH, CURRENT_SUBJECTS } from "./order-worth"
import { integer, statement, text } from "../database/row-check"

export interface RecordedCommission {
  id: string
  order_id: string
  affiliate_id: string
}

interface Outcome {
  /** Orders that got a line between KEEP_TERMS and this statement. */
  unknown: number
  wanted: number
  recorded: RecordedCommission[]
}

/**
 * One statement for one order or for thousands: it compares what each is worth now with what is recorded, and appends the difference. Rows of
 * an affiliate the order no longer belongs to are reversed to zero by the same subtraction. `sequence` is the next number the statement saw;
 * of two writers that saw the same rows, the unique key lets one through and the other writes nothing.
 *
 * A row counts in the period in which it happened, in the program's time zone; if that period is closed, or is older than a closed one, in
 * the first open one, and it points at the period whose outcome it takes over. An affiliate's later rows of an order take over the outcome of
 * the first: of its own period or, when it was late itself, of the closed period it points at, unless that one had nothing of the affiliate's
 * to judge.
 */
const APPEND_DIFFERENCES = statement<Outcome>(
  `
  WITH requested AS (SELECT unnest(:order_ids::text[]) AS order_id),
  ${CURRENT_SUBJECTS},
  ${ORDER_WORTH},
  differences AS (
    SELECT worth.order_id, worth.version, worth.is_over, worth.has_granted, worth.currency_code, worth.canceled_at, worth.updated_at,
           difference.affiliate_id, difference.expense_amount, difference.amount, difference.is_former, difference.is_new,
           difference.program_id, difference.attribution_id, written.last_at,
           CASE WHEN difference.attribution_id = worth.attribution_id THEN worth.placed_at END AS placed_at, worth.commission_basis,
           coalesce(difference.rate_percent, round(affiliate_ratio(difference.amount, difference.expense_amount) * 100, 4),
                    worth.rate_percent) AS rate_percent,
           coalesce(written.sequence, 0)
             + row_number() OVER (PARTITION BY worth.order_id ORDER BY difference.is_former DESC, difference.affiliate_id) AS sequence,
           CASE WHEN written.sequence IS NULL THEN 'order'
                WHEN difference.is_former OR difference.is_new THEN 'reassign' ELSE 'change' END AS kind
    FROM worth
    CROSS JOIN LATERAL (
      SELECT max(sequence) AS sequence, max(occurred_at) AS last_at
      FROM affiliate_commission WHERE order_id = worth.order_id
    ) written
    CROSS JOIN LATERAL (
      SELECT affiliate_id, sum(expense_amount) AS expense_amount, sum(amount) AS amount,
             bool_and(sequence IS NOT NULL) AS is_former,
             coalesce((array_agg(attribution_id ORDER BY sequence DESC) FILTER (WHERE sequence IS NOT NULL))[1], '')
               IS DISTINCT FROM worth.attribution_id AS is_new,
             (array_agg(program_id ORDER BY sequence DESC))[1] AS program_id,
             (array_agg(attribution_id ORDER BY sequence DESC))[1] AS attribution_id,
             (array_agg(rate_percent ORDER BY sequence DESC))[1] AS rate_percent
      FROM (
        SELECT worth.affiliate_id, worth.program_id, worth.attribution_id, worth.earned_percent AS rate_percent, worth.expense_amount,
               worth.amount, NULL AS sequence
        WHERE worth.affiliate_id IS NOT NULL
        UNION ALL
        SELECT affiliate_id, program_id, attribution_id, rate_percent, -expense_amount, -amount, sequence
        FROM affiliate_commission WHERE order_id = worth.order_id AND written.sequence IS NOT NULL
      ) target_and_recorded
      GROUP BY affiliate_id
      HAVING sum(expense_amount) <> 0 OR sum(amount) <> 0
    ) difference
    WHERE NOT worth.is_unknown
  ),
  ${COMMISSION_CAUSES},
  programs AS MATERIALIZED (
    SELECT id, timezone, (SELECT to_char(to_date(max(period), 'YYYY-MM') + interval '1 month', 'YYYY-MM') FROM affiliate_period
                          WHERE program_id = program.id AND status = 'closed') AS first_open_period
    FROM affiliate_program program WHERE id IN (SELECT program_id FROM differences)
  ),
  placed AS (
    SELECT caused.*, program.timezone, program.first_open_period,
           to_char(caused.occurred_at AT TIME ZONE program.timezone, 'YYYY-MM') AS natural_period,
           CASE
             WHEN NOT EXISTS (SELECT 1 FROM currency WHERE currency.code = lower(caused.currency_code) AND currency.deleted_at IS NULL)
               THEN format('%L is no currency of this store', caused.currency_code)
             WHEN NOT EXISTS (SELECT 1 FROM affiliate WHERE affiliate.id = caused.affiliate_id)
               THEN format('affiliate %s does not exist', caused.affiliate_id)
           END AS refusal
    FROM caused JOIN programs program ON program.id = caused.program_id
  ),
  counted AS (
    SELECT placed.*, greatest(first_open_period, natural_period) AS period, coalesce(first.followed_period, natural_period) AS followed_period
    FROM placed
    LEFT JOIN LATERAL (
      SELECT CASE WHEN EXISTS (${outcomeOfCorrectedPeriod("commission", "1")})
                  THEN commission.corrects_period ELSE commission.period END AS followed_period
      FROM affiliate_commission commission
      WHERE commission.order_id = placed.order_id AND commission.affiliate_id = placed.affiliate_id AND placed.kind <> 'order'
      ORDER BY commission.sequence LIMIT 1
    ) first ON true
  ),
  opened AS (
    INSERT INTO affiliate_period (id, program_id, period, status, starts_at, ends_at)
    SELECT affiliate_new_id('affper'), program_id, period, 'open',
           affiliate_period_start(period, timezone), affiliate_period_start(next_period, timezone)
    FROM (
      SELECT DISTINCT program_id, period, timezone, to_char(to_date(period, 'YYYY-MM') + interval '1 month', 'YYYY-MM') AS next_period
      FROM counted
      WHERE NOT EXISTS (
        SELECT 1 FROM affiliate_period opened WHERE opened.program_id = counted.program_id AND opened.period = counted.period)
    ) missing
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
  SELECT (SELECT count(*)::int FROM worth WHERE is_unknown) AS unknown, (SELECT count(*)::int FROM counted) AS wanted, coalesce((SELECT json_agg(appended) FROM appended), '[]') AS recorded`,
  z.strictObject({ unknown: integer, wanted: integer, recorded: z.array(z.strictObject({ id: text, order_id: text, affiliate_id: text })) })
)

/**
 * Brings the recorded commissions of the given orders up to what the orders are worth at this moment. Repeating it, from as many processes
 * as you like, changes nothing. Runs inside the caller's transaction.
 *
 * @throws PeriodClosed when a parallel close was first; the caller starts its transaction again.
 */
export async function recordCommissions(sql: Sql, orderIds: string[], now: Date): Promise<RecordedCommission[]> {
  await keepTerms(sql, orderIds)
  const [outcome] = await rows(sql, APPEND_DIFFERENCES, { order_ids: orderIds, now })
  if (!outcome) return []
  if (outcome.unknown === 0 && outcome.recorded.length === outcome.wanted) return outcome.recorded
  // Another writer appended to one of these orders after our snapshot, perhaps from an older state of the order, or gave it a line that
  // nothing is known of: compare once more.
  return [...outcome.recorded, ...(await recordCommissions(sql, orderIds, now))]
}
