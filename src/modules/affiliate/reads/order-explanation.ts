import { rows, type Sql } from "../sql/connection"

/** Why an order earned for somebody, or for nobody. */
export interface OrderExplanation {
  order_id: string
  outcome: "attributed" | "none"
  reason: string
  program_id: string | null
  affiliate: { id: string; code: string; number: number } | null
  source: "link" | "promo_code" | "manual" | null
  rate_percent: string | null
  placed_at: Date | null
  decided_at: Date | null
  evidence: {
    type: "promo_code" | "referral" | "click"
    id: string
    program_id: string
    affiliate_id: string
    affiliate_code: string
    occurred_at: string
    verdict: "chosen" | "not_chosen" | "refused"
    reason: string | null
  }[]
}

/** An order of before the plugin, or one that no event and no reconciliation has named yet, has no decision; neither has a draft. */
const EXPLANATION = `
  SELECT o.id AS order_id, coalesce(t.outcome, 'none') AS outcome,
         coalesce(t.reason, CASE WHEN o.is_draft_order OR o.status = 'draft' THEN 'draft_order' ELSE 'not_recorded_yet' END) AS reason,
         t.program_id, t.source, t.rate_percent::text, t.placed_at, t.created_at AS decided_at, coalesce(t.evidence, '[]') AS evidence,
         CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'code', a.code, 'number', a.number) END AS affiliate
  FROM "order" o
  LEFT JOIN affiliate_attribution t ON t.order_id = o.id AND t.superseded_at IS NULL AND t.deleted_at IS NULL
  LEFT JOIN affiliate a ON a.id = t.affiliate_id
  WHERE o.id = :order_id AND o.deleted_at IS NULL`

/** The decision about any order with its evidence; null when there is no such order. */
export async function explainOrder(sql: Sql, order_id: string): Promise<OrderExplanation | null> {
  const [explanation] = await rows<OrderExplanation>(sql, EXPLANATION, { order_id })
  return explanation ?? null
}
