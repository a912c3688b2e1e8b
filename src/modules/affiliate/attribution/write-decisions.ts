import { rows, type Sql } from "../database/connection"
import { isCurrentDecision } from "./current"

/** A decision about one order, as it is written. The rate is not part of it: the database knows which rate was valid. */
export interface DecisionRow {
  order_id: string
  affiliate_id: string | null
  [column: string]: unknown
}

/** An order that an admin reassigned meanwhile keeps the admin's decision: only another admin supersedes it. */
const SUPERSEDE = `
  UPDATE affiliate_attribution decision SET superseded_at = :now, updated_at = :now
  WHERE order_id = ANY(:ids) AND ${isCurrentDecision("decision")} AND (:by_hand OR reason <> 'manual')`

/** The rate is the one that was valid when the order was placed, however late the order is recorded. */
const WRITE_DECISIONS = `
  INSERT INTO affiliate_attribution (id, order_id, email, customer_id, outcome, reason, source, program_id, affiliate_id, referral_id,
                                     rate_percent, rate_source, commission_basis, include_tax, include_shipping, evidence, placed_at,
                                     created_by, note)
  SELECT id, order_id, email, customer_id, outcome, reason, source, program_id, affiliate_id, referral_id,
         CASE WHEN affiliate_id IS NOT NULL THEN affiliate_rate_at(program_id, affiliate_id, placed_at) END,
         CASE WHEN affiliate_id IS NULL THEN NULL
              WHEN affiliate_has_own_rate_at(affiliate_id, placed_at) THEN 'affiliate' ELSE 'program' END,
         commission_basis, include_tax, include_shipping, evidence, placed_at, created_by, note
  FROM json_to_recordset(:decisions::json) AS given(id text, order_id text, email text, customer_id text, outcome text, reason text,
         source text, program_id text, affiliate_id text, referral_id text, commission_basis text, include_tax boolean,
         include_shipping boolean, evidence jsonb, placed_at timestamptz, created_by text, note text)
  ON CONFLICT (order_id) WHERE superseded_at IS NULL AND deleted_at IS NULL DO NOTHING`

/** Supersedes the current decisions of orders; their rows stay. Decisions made by hand are superseded `by_hand` only. */
export async function supersedeDecisions(sql: Sql, orderIds: string[], now: Date, { by_hand = false } = {}): Promise<void> {
  await rows(sql, SUPERSEDE, { ids: orderIds, now, by_hand })
}

/** Writes decisions about orders that have no current one; where another process was first, its decision stays. */
export async function writeDecisions(sql: Sql, decisions: DecisionRow[]): Promise<void> {
  await rows(sql, WRITE_DECISIONS, { decisions: JSON.stringify(decisions) })
}
