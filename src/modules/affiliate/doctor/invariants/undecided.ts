import { isCurrentDecision } from "../../attribution/current"
import { isQuarantined } from "../../orders/quarantine"

/**
 * Orders that reconciliation had two hours to decide, and did not. Scans the whole order table: Medusa's table has no index that would help,
 * and the plugin adds none to core tables. Joined in full, which is never done row by row: as long as PostgreSQL has statistics of the orders
 * but not of our rows, as after a restore, it would compare each with each. `offset 0` keeps the join a full one.
 */
export const UNDECIDED = `
  SELECT 'undecided' AS problem, order_id, 'a decision' AS expected, 'none' AS found
  FROM (
    SELECT o.id AS order_id, decision.id AS decision_id
    FROM (
      SELECT id FROM "order"
      WHERE NOT is_draft_order AND status <> 'draft' AND deleted_at IS NULL
        AND created_at >= (SELECT min(least(created_at, starts_at)) FROM affiliate_program)
        AND greatest(created_at, updated_at) < :now::timestamptz - interval '2 hours'
    ) o
    FULL JOIN (SELECT id, order_id FROM affiliate_attribution decision WHERE ${isCurrentDecision("decision")}) decision ON decision.order_id = o.id
    OFFSET 0
  ) decided
  WHERE decision_id IS NULL AND NOT ${isQuarantined("order_id")}`
