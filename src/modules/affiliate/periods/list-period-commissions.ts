import { z } from "@medusajs/framework/zod"

import { commissionLine } from "../commissions/commission-line"
import { rows, type Sql } from "../database/connection"
import { decimal, oneOf, statement, text } from "../database/row-check"
import { followingOf, periodTotals } from "./totals"

/** What tiers, bonuses, the limit or the budget of a month added to an affiliate's commissions, or took off them, and what it follows from. */
export interface PeriodCommissionRow {
  affiliate_id: string
  affiliate_code: string
  currency_code: string
  kind: "tier" | "new_customer" | "welcome" | "limit" | "budget"
  /** Signed, in major units. */
  amount: string
  /** The closed month that it brings up to date; null where it is of the month itself. */
  corrects_period: string | null
  outcome: "credited" | "withheld"
  /** What was raised, limited or shared; of a bonus, what one brings. */
  base_amount: string
  /** What tiers and bonuses count, and how much of it there is: for bonuses, first orders of new customers. For a budget, what all affiliates earned. */
  measure: "expenses" | "orders" | null
  measured: string | null
  /** The highest threshold that is reached, the limit, or the budget; null where none is any more. */
  threshold: string | null
  raise_percent: string | null
}

const ROW = z.strictObject({
  affiliate_id: text,
  affiliate_code: text,
  currency_code: text,
  kind: oneOf("tier", "new_customer", "welcome", "limit", "budget"),
  amount: decimal,
  corrects_period: text.nullable(),
  outcome: oneOf("credited", "withheld"),
  base_amount: decimal,
  measure: oneOf("expenses", "orders").nullable(),
  measured: decimal.nullable(),
  threshold: decimal.nullable(),
  raise_percent: decimal.nullable(),
})

const counted = (column: string): string =>
  `CASE period_commission.measure WHEN 'orders' THEN trunc(period_commission.${column})
     ELSE affiliate_round(period_commission.${column}, period_commission.currency_code) END::text AS ${column}`

const fields = (outcome: string): string => `
  SELECT period_commission.affiliate_id, affiliate.code AS affiliate_code, period_commission.currency_code, period_commission.kind,
         affiliate_round(period_commission.amount, period_commission.currency_code)::text AS amount, period_commission.corrects_period,
         ${outcome} AS outcome,
         affiliate_round(period_commission.base_amount, period_commission.currency_code)::text AS base_amount,
         period_commission.measure, ${counted("measured")}, ${counted("threshold")}, trim_scale(period_commission.raise_percent)::text AS raise_percent`

/** In the order in which they are computed, as a SQL expression. */
export const placeOf = (kind: string): string => `array_position(ARRAY['tier', 'new_customer', 'welcome', 'limit', 'budget'], ${kind})`

const ORDER = `
  JOIN affiliate ON affiliate.id = period_commission.affiliate_id
  ORDER BY affiliate_id, currency_code, corrects_period NULLS LAST, ${placeOf("kind")}`

const PREVIEW = statement<PeriodCommissionRow>(
  `WITH ${periodTotals(true)} ${fields("period_commission.outcome")}
   FROM (
     SELECT period_commission.*, following.outcome
     FROM (SELECT :program_id::text AS program_id, * FROM period_commissions) period_commission ${followingOf("period_commission")} OFFSET 0
   ) period_commission ${ORDER}`,
  ROW
)

const WRITTEN = statement<PeriodCommissionRow>(
  `${fields("line.outcome")}
   FROM (SELECT * FROM affiliate_period_commission WHERE program_id = :program_id AND period = :period) period_commission
   ${commissionLine("period_commission")} ${ORDER}`,
  ROW
)

/** What tiers, bonuses, limits and a budget make of a period: what the close wrote, or would write now. */
export const listPeriodCommissions = (sql: Sql, program_id: string, period: string, isClosed: boolean): Promise<PeriodCommissionRow[]> =>
  rows(sql, isClosed ? WRITTEN : PREVIEW, { program_id, period })
