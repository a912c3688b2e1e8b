import { z } from "@medusajs/framework/zod"
import BigNumber from "bignumber.js"

import { withDigits } from "../../../domain/money/sums"
import { standingOf, type CommissionTiers, type TierStanding } from "../../../domain/programs/commission-tiers"
import { NOW } from "../database/clock"
import { rows, type Sql } from "../database/connection"
import { decimal, statement, text } from "../database/row-check"
import { homeOf, spanStartOf } from "./period-commissions"

/** How far an affiliate has come towards the tiers of their program this month, in a currency. */
export interface TierProgress extends TierStanding {
  currency_code: string
  /** The expenses that count, in major units, or the orders. */
  measured: string
}

interface Found {
  tiers: CommissionTiers
  measured: Record<string, string>
}

/**
 * What counts is what a close of this month would count: the months from the span's beginning on, and each row in the month that it belongs to. Of a
 * currency that is spelled in two ways, which closes keep apart, it is the larger part.
 */
const MEASURED = statement<Found>(
  `
  WITH month AS (
    SELECT affiliate.id AS affiliate_id, program.id AS program_id, current.period, program.commission_tiers AS tiers,
           ${spanStartOf("program.commission_tiers", "current.period")} AS span_start
    FROM affiliate JOIN affiliate_program program ON program.id = affiliate.program_id
    CROSS JOIN LATERAL (SELECT to_char(${NOW} AT TIME ZONE program.timezone, 'YYYY-MM') AS period) current
    WHERE affiliate.id = :affiliate_id AND program.commission_tiers IS NOT NULL
  ),
  counted AS (
    SELECT total.currency_code, sum(total.expense_amount) AS measured
    FROM month JOIN affiliate_period_total total
      ON total.affiliate_id = month.affiliate_id AND total.program_id = month.program_id AND total.period >= month.span_start
    WHERE month.tiers ->> 'measure' = 'expenses' AND ${homeOf("total", "month.program_id", "total.period")} BETWEEN month.span_start AND month.period
    GROUP BY total.currency_code
    UNION ALL
    SELECT ordered.currency_code, count(*)
    FROM (
      SELECT commission.currency_code
      FROM month JOIN affiliate_commission commission
        ON commission.affiliate_id = month.affiliate_id AND commission.program_id = month.program_id AND commission.period >= month.span_start
      WHERE month.tiers ->> 'measure' = 'orders'
        AND ${homeOf("commission", "month.program_id", "commission.period")} BETWEEN month.span_start AND month.period
      GROUP BY commission.currency_code, commission.order_id HAVING sum(commission.expense_amount) > 0
    ) ordered
    GROUP BY ordered.currency_code
  )
  SELECT month.tiers,
         coalesce((SELECT jsonb_object_agg(code, CASE month.tiers ->> 'measure' WHEN 'orders' THEN measured
                                                   ELSE affiliate_round(measured, code) END::text)
                   FROM (SELECT lower(currency_code) AS code, max(measured) AS measured FROM counted GROUP BY 1) spelled), '{}') AS measured
  FROM month`,
  z.strictObject({ tiers: z.custom<CommissionTiers>(), measured: z.record(text, decimal) })
)

/** Empty where the program has no tiers, or counts orders in every currency and there is none yet. Currencies of tiers come first, then those in which the affiliate earns. */
export async function readTierProgress(sql: Sql, affiliate_id: string, now: Date | null = null): Promise<TierProgress[]> {
  const [found] = await rows(sql, MEASURED, { affiliate_id, now })
  if (!found) return []
  const { tiers, measured } = found
  const currencies = new Set([...tiers.tiers.flatMap(({ currency_code }) => currency_code ?? []), ...Object.keys(measured).sort()])
  return [...currencies].flatMap((currency_code) => {
    const nothing = tiers.measure === "orders" ? "0" : withDigits(new BigNumber(0), currency_code)
    const count = measured[currency_code] ?? nothing
    const standing = standingOf(tiers, currency_code, count)
    return standing ? [{ currency_code, measured: count, ...standing }] : []
  })
}
