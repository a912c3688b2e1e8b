import { isCurrentDecision } from "../../attribution/current"
import { isQuarantined } from "../../orders/quarantine"

/**
 * Orders that reconciliation had two hours to decide, and did not. Scans the whole order table: Medusa's table has no index that would help,
 * and the plugin adds none to core tables. Decisions are looked up one by one through their index, which the LIMIT forces: as long as
 * PostgreSQL has statistics of the orders but not of our rows, as after a restore, it would join the two by comparing each with each.
 */
export const UNDECIDED = `
  SELECT 'undecided' AS problem, o.id AS order_id, 'a decision' AS expected, 'none' AS found
  FROM "order" o
  LEFT JOIN LATERAL (
    SELECT decision.id FROM affiliate_attribution decision WHERE decision.order_id = o.id AND ${isCurrentDecision("decision")} LIMIT 1
  ) decided ON true
  WHERE NOT o.is_draft_order AND o.status <> 'draft' AND o.deleted_at IS NULL
    AND o.created_at >= (SELECT min(least(created_at, starts_at)) FROM affiliate_program)
    AND greatest(o.created_at, o.updated_at) < :now::timestamptz - interval '2 hours'
    AND decided.id IS NULL
    AND NOT ${isQuarantined("o.id")}`
