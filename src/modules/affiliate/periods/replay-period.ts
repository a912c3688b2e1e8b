import { InvalidInput } from "../../../domain/errors"
import {
  normalizeReplay,
  replayTotals,
  type ReplayedFigures,
  type ReplayInput,
  type ReplaySettings,
  type ReplayTotal,
} from "../../../domain/periods/replay"
import { COMMISSION_LINE } from "../commissions/commission-line"
import { rows, type Sql } from "../database/connection"
import { PERIOD_TOTALS } from "./totals"
import { REPLAYED_ROWS } from "./replayed-rows"
import { unknownIds } from "../store/store-lookups"

export interface ReplayRequest extends ReplayInput {
  program_id: string
  /** `YYYY-MM` */
  period: string
}

/** An affiliate's month in one currency: what is recorded, and what the other settings make of it. */
export interface ReplayLine extends ReplayedFigures {
  affiliate_id: string
  affiliate_code: string
  order_count: number
  /** Orders whose recorded commissions Medusa's tables do not give any more. */
  inexact_order_count: number
  difference: string
}

export interface PeriodReplay {
  program_id: string
  period: string
  status: "open" | "closed"
  settings: ReplaySettings
  lines: ReplayLine[]
  totals: ReplayTotal[]
}

const MONTH = `
  SELECT coalesce(m.status, 'open') AS status
  FROM affiliate_program p LEFT JOIN affiliate_period m ON m.program_id = p.id AND m.period = :period
  WHERE p.id = :program_id AND p.deleted_at IS NULL`

/**
 * Each row's outcome: in a closed month that of its line, in an open one what the close would decide. Other forbidden groups judge again,
 * by who is in them now; a row that corrects a closed month goes on following what was decided there.
 */
const DECIDED = `
  forbidden AS (
    SELECT a.id AS affiliate_id FROM (SELECT DISTINCT affiliate_id FROM followed) earners
    JOIN affiliate a ON a.id = earners.affiliate_id
    WHERE EXISTS (SELECT 1 FROM customer_group_customer member
                  WHERE member.customer_id = a.customer_id AND member.customer_group_id = ANY(:forbidden_customer_group_ids::text[])
                    AND member.deleted_at IS NULL)
  ),
  decided AS (
    SELECT c.id, c.affiliate_id, c.order_id, c.sequence, c.currency_code, c.expense_amount, c.amount,
           coalesce(l.outcome, c.outcome) AS actual_outcome,
           CASE
             WHEN :forbidden_customer_group_ids::text[] IS NULL THEN coalesce(l.outcome, c.outcome)
             WHEN c.corrected_outcome IS NOT NULL THEN c.corrected_outcome
             WHEN coalesce(l.reason, c.reason) = 'affiliate_deleted' OR forbidden.affiliate_id IS NOT NULL THEN 'withheld'
             ELSE 'credited'
           END AS outcome
    FROM followed c
    ${COMMISSION_LINE}
    LEFT JOIN forbidden ON forbidden.affiliate_id = c.affiliate_id
  )`

const LINES = `
  WITH ${PERIOD_TOTALS}, ${DECIDED}, ${REPLAYED_ROWS}
  SELECT r.affiliate_id, a.code AS affiliate_code, r.currency_code, r.actual_outcome, r.outcome,
         sum(r.actual_expense_amount)::text AS actual_expense_amount, sum(r.actual_amount)::text AS actual_amount,
         sum(r.expense_amount)::text AS replayed_expense_amount, sum(r.amount)::text AS replayed_amount,
         sum(r.amount - r.actual_amount)::text AS difference, count(DISTINCT r.order_id)::int AS order_count,
         (count(DISTINCT r.order_id) FILTER (WHERE r.is_inexact))::int AS inexact_order_count
  FROM replayed r JOIN affiliate a ON a.id = r.affiliate_id
  GROUP BY r.affiliate_id, a.code, r.currency_code, r.actual_outcome, r.outcome
  ORDER BY r.affiliate_id, r.currency_code, r.actual_outcome, r.outcome`

/**
 * What a month would have come to under other settings, in three statements, however many orders it has. Null when there is no such program.
 *
 * @throws InvalidInput that names the wrong field.
 */
export async function replayPeriod(sql: Sql, { program_id, period, ...input }: ReplayRequest): Promise<PeriodReplay | null> {
  const settings = normalizeReplay(input)
  const unknown = await unknownIds(sql, "customer_group", settings.forbidden_customer_group_ids ?? [])
  if (unknown.length > 0) throw new InvalidInput("forbidden_customer_group_ids", `there is no customer group ${unknown.join(", ")}`)
  const [month] = await rows<{ status: "open" | "closed" }>(sql, MONTH, { program_id, period })
  if (!month) return null
  const lines = await rows<ReplayLine>(sql, LINES, { program_id, period, ...settings })
  return { program_id, period, status: month.status, settings, lines, totals: replayTotals(lines) }
}
