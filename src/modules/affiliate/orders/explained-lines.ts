import { z } from "@medusajs/framework/zod"

import type { ExplainedOrderLine } from "../../../domain/orders/explanation/order-explanation"
import { EARNED_LINES, keptTerms, ORDER_WORTH, settingsOf } from "../commissions/order-worth"
import { rows, type Sql } from "../database/connection"
import { decimal, oneOf, statement, text } from "../database/row-check"

type Line = ExplainedOrderLine & { commission_id: string }

const PRECISE = `line.commission * subject.share
  * CASE WHEN subject.is_limited THEN affiliate_ratio(subject.amount, sum(line.commission * subject.share) OVER (PARTITION BY subject.commission_id)) ELSE 1 END`

/**
 * Line by line, what an order was worth at each of its commissions. The amounts are rounded so that they add up to what its commissions came to
 * by then: each is what the sum grows by with the line.
 */
const LINES = statement<Line>(
  `
  WITH subjects AS (
    SELECT commission.id AS commission_id, commission.order_id, commission.order_version AS version, commission.currency_code,
           commission.kind = 'cancel' OR (commission.kind = 'reassign' AND commission.expense_amount <= 0 AND commission.amount <= 0) AS is_over,
           commission.created_at AS known_at, decision.rate_percent, decision.commission_basis, decision.include_tax,
           decision.include_shipping, ${settingsOf("decision", "commission.currency_code")}
    FROM affiliate_commission commission
    CROSS JOIN LATERAL (SELECT * FROM affiliate_attribution WHERE id = commission.attribution_id LIMIT 1) decision
    ${keptTerms("commission.order_id", "decision.id", "decision.rate_source")}
    WHERE commission.order_id = :order_id
  ),
  ${ORDER_WORTH},
  lines AS (
    SELECT subject.commission_id, subject.currency_code, subject.expense_amount, subject.amount AS order_amount, subject.is_limited,
           subject.share, line.*, ${PRECISE} AS precise
    FROM worth subject CROSS JOIN LATERAL (${EARNED_LINES}) line
    WHERE NOT subject.is_over AND (line.expense <> 0 OR line.commission <> 0)
  ),
  summed AS (
    SELECT lines.*, lead(1) OVER ordered IS NULL AS is_last,
           affiliate_round(sum(expense * share) OVER ordered, currency_code) AS running_base,
           affiliate_round(sum(precise) OVER ordered, currency_code) AS running_amount
    FROM lines WINDOW ordered AS (PARTITION BY commission_id ORDER BY line_item_id)
  ),
  rounded AS (
    SELECT summed.*,
           CASE WHEN is_last THEN expense_amount ELSE running_base END - coalesce(lag(running_base) OVER ordered, 0) AS base,
           CASE WHEN is_last THEN order_amount ELSE running_amount END - coalesce(lag(running_amount) OVER ordered, 0) AS rounded_amount
    FROM summed WINDOW ordered AS (PARTITION BY commission_id ORDER BY line_item_id)
  )
  SELECT line.commission_id, line.line_item_id, line_item.title, line.rule_id, rule.name AS rule_name, rule.public_name AS rule_public_name,
         rule.rate, affiliate_round(line.base, line.currency_code)::text AS base,
         trim_scale(coalesce(line.percent, round(affiliate_ratio(line.rounded_amount, line.base) * 100, 4)))::text AS rate_percent,
         affiliate_round(line.rounded_amount, line.currency_code)::text AS amount,
         CASE WHEN line.is_limited AND line.commission > 0 THEN 'order_limit' ELSE line.cut_by END AS cut_by
  FROM rounded line
  LEFT JOIN order_line_item line_item ON line_item.id = line.line_item_id
  LEFT JOIN affiliate_commission_rule_history rule
    ON rule.rule_id = line.rule_id AND rule.valid_from = (line.terms ->> 'rule_valid_from')::timestamptz
  ORDER BY line.commission_id, line.line_item_id`,
  z.strictObject({
    commission_id: text,
    line_item_id: text.nullable(),
    title: text.nullable(),
    rule_id: text.nullable(),
    rule_name: text.nullable(),
    rule_public_name: text.nullable(),
    rate: z.record(z.string(), z.unknown()).nullable(),
    base: decimal,
    rate_percent: decimal.nullable(),
    amount: decimal,
    cut_by: oneOf("margin_guard", "line_value", "order_limit").nullable(),
  }) as unknown as z.ZodType<Line>
)

/** The lines behind each commission of an order, in one statement, however many there are. */
export async function explainLines(sql: Sql, order_id: string): Promise<Map<string, ExplainedOrderLine[]>> {
  const byCommission = new Map<string, ExplainedOrderLine[]>()
  for (const { commission_id, ...line } of await rows(sql, LINES, { order_id })) {
    byCommission.set(commission_id, [...(byCommission.get(commission_id) ?? []), line])
  }
  return byCommission
}
