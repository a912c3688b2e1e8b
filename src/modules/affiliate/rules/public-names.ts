import { z } from "@medusajs/framework/zod"

import { rows, type Sql } from "../database/connection"
import { statement, text } from "../database/row-check"

/** Of the last terms of the commission's decision; what shipping earns has no name of its own. */
const NAMES = statement<{ id: string; names: string[] }>(
  `
  SELECT commission.id, array_agg(DISTINCT rule.public_name) AS names
  FROM affiliate_commission commission
  CROSS JOIN LATERAL (
    SELECT terms.lines FROM affiliate_order_terms terms
    WHERE terms.order_id = commission.order_id AND terms.attribution_id = commission.attribution_id
    ORDER BY terms.sequence DESC LIMIT 1
  ) kept
  CROSS JOIN LATERAL jsonb_each(kept.lines) line(key, terms)
  JOIN affiliate_commission_rule_history rule
    ON rule.rule_id = line.terms ->> 'rule_id' AND rule.valid_from = (line.terms ->> 'rule_valid_from')::timestamptz
  WHERE commission.id = ANY(:ids) AND line.key <> 'shipping' AND rule.public_name IS NOT NULL
  GROUP BY commission.id`,
  z.strictObject({ id: text, names: z.array(text) })
)

/** What affiliates read of the rules behind each commission, by its id; none where no rule with such a name matched. */
export async function publicNamesOf(sql: Sql, commissionIds: string[]): Promise<Map<string, string[]>> {
  return new Map((await rows(sql, NAMES, { ids: commissionIds })).map(({ id, names }) => [id, names]))
}
