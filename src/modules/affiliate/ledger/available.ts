import { commissionLine } from "../commissions/commission-line"
import { outcomeOfCorrectedPeriod } from "../commissions/commission-line"
import { NOW } from "../database/clock"

/**
 * Whether an entry of an affiliate's account, by its alias, counts as available: credits after their hold period, debits at once. A
 * close's line counts as a whole when its hold period is over; what it takes back before that is among `reversalsOf`.
 */
export const isAvailable = (entry: string): string =>
  `(${entry}.available_at <= ${NOW} OR ${entry}.source_type <> 'period_line' AND ${entry}.amount < 0)`

/**
 * What tiers, bonuses and limits have taken back of a month that is available, while the close that wrote it is on hold. A month that is on hold itself
 * nets with its own rows first.
 */
const reversedMonths = (ofAffiliates: (commission: string) => string): string => `
      SELECT period_commission.affiliate_id, period_commission.currency_code, sum(period_commission.amount)
      FROM pending_periods
      JOIN affiliate_period_commission period_commission
        ON period_commission.program_id = pending_periods.program_id AND period_commission.period = pending_periods.period
      ${commissionLine("period_commission")}
      WHERE ${ofAffiliates("period_commission")} AND line.outcome = 'credited' AND period_commission.corrects_period IS NOT NULL
        AND (period_commission.program_id, period_commission.corrects_period) NOT IN (SELECT program_id, period FROM pending_periods)
      GROUP BY period_commission.affiliate_id, period_commission.currency_code, period_commission.corrects_period
      HAVING sum(period_commission.amount) < 0`

/**
 * What orders have taken back, by affiliate and currency, as the CTE `reversals`: a reversal counts as soon as it is recorded, although its
 * month is open or on hold, so that what it takes back is not paid out meanwhile. An order whose own commission is not available yet nets
 * with it first; only what is left below zero counts, and no other order's pending commission makes up for it. What was withheld was never
 * credited, and is not taken back. Needs `:now`.
 *
 * All lines of a month become available at the same time, so one of them tells whether the month is on hold.
 *
 * @param ofAffiliates SQL over an alias of commissions that says whose count.
 */
export const reversalsOf = (ofAffiliates: (commission: string) => string): string => `
  pending_periods AS MATERIALIZED (
    SELECT period.program_id, period.period FROM affiliate_period period
    WHERE period.status = 'open'
      OR (SELECT line.available_at FROM affiliate_period_line line WHERE line.period_id = period.id LIMIT 1) > ${NOW}
  ),
  reversed_orders AS MATERIALIZED (
    SELECT DISTINCT commission.order_id
    FROM pending_periods JOIN affiliate_commission commission
      ON commission.program_id = pending_periods.program_id AND commission.period = pending_periods.period
    WHERE commission.amount < 0 AND ${ofAffiliates("commission")}
  ),
  reversals AS (
    SELECT affiliate_id, currency_code, sum(amount) AS amount
    FROM (
      SELECT commission.affiliate_id, commission.currency_code, sum(commission.amount) AS amount
      FROM reversed_orders
      JOIN affiliate_commission commission ON commission.order_id = reversed_orders.order_id
      JOIN pending_periods ON pending_periods.program_id = commission.program_id AND pending_periods.period = commission.period
      ${commissionLine("commission")}
      WHERE ${ofAffiliates("commission")}
        AND coalesce(line.outcome, (${outcomeOfCorrectedPeriod("commission", "decided.outcome")}), 'credited') = 'credited'
      GROUP BY commission.affiliate_id, commission.currency_code, commission.order_id HAVING sum(commission.amount) < 0
      UNION ALL
      ${reversedMonths(ofAffiliates)}
    ) reversed
    GROUP BY affiliate_id, currency_code
  )`
