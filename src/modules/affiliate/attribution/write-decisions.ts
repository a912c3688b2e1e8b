import { rows, type Sql } from "../database/connection"
import { isCurrentDecision } from "./current"

/** A decision about one order, as it is written. Rate, basis, tax and shipping are not part of it: the database knows what was valid. */
export interface DecisionRow {
  order_id: string
  affiliate_id: string | null
  [column: string]: unknown
}

/** An order that an admin reassigned meanwhile keeps the admin's decision: only another admin supersedes it. */
const SUPERSEDE = `
  UPDATE affiliate_attribution decision SET superseded_at = :now, updated_at = :now
  WHERE order_id = ANY(:ids) AND ${isCurrentDecision("decision")} AND (:by_hand OR reason <> 'manual')`

/** Rate, basis, tax and shipping are those that were valid when the order was placed, however late the order is recorded. */
const WRITE_DECISIONS = `
  INSERT INTO affiliate_attribution (id, order_id, email, customer_id, outcome, reason, source, program_id, affiliate_id, referral_id,
                                     rate_percent, rate_source, commission_basis, include_tax, include_shipping, evidence, placed_at,
                                     created_by, note)
  SELECT given.id, given.order_id, given.email, given.customer_id, given.outcome, given.reason, given.source, given.program_id,
         given.affiliate_id, given.referral_id, coalesce(affiliate_version.commission_percent, program_version.commission_percent),
         CASE WHEN affiliate_version.commission_percent IS NOT NULL THEN 'affiliate'
              WHEN program_version.commission_percent IS NOT NULL THEN 'program' END,
         program_version.commission_basis, program_version.include_tax, program_version.include_shipping, given.evidence, given.placed_at,
         given.created_by, given.note
  FROM json_to_recordset(:decisions::json) AS given(id text, order_id text, email text, customer_id text, outcome text, reason text,
         source text, program_id text, affiliate_id text, referral_id text, evidence jsonb, placed_at timestamptz,
         created_by text, note text)
  LEFT JOIN LATERAL affiliate_program_at(given.program_id, given.placed_at) program_version ON true
  LEFT JOIN LATERAL affiliate_at(given.affiliate_id, given.placed_at) affiliate_version ON true
  ON CONFLICT (order_id) WHERE superseded_at IS NULL AND deleted_at IS NULL DO NOTHING`

/** Supersedes the current decisions of orders; their rows stay. Decisions made by hand are superseded `by_hand` only. */
export async function supersedeDecisions(sql: Sql, orderIds: string[], now: Date, { by_hand = false } = {}): Promise<void> {
  await rows(sql, SUPERSEDE, { ids: orderIds, now, by_hand })
}

/** Writes decisions about orders that have no current one; where another process was first, its decision stays. */
export async function writeDecisions(sql: Sql, decisions: DecisionRow[]): Promise<void> {
  await rows(sql, WRITE_DECISIONS, { decisions: JSON.stringify(decisions) })
}
