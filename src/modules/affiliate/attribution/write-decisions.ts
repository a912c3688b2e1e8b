import { ConcurrentChange } from "../database/concurrent-change"
import { rows, type Sql } from "../database/connection"

/** A decision about one order, as it is written. Rate, basis and the other settings are not part of it: the database knows what was valid. */
export interface DecisionRow {
  order_id: string
  affiliate_id: string | null
  [column: string]: unknown
}

/** Another process decided one of the same orders first, perhaps from an older state. The caller starts again. */
class ConcurrentDecision extends ConcurrentChange {
  constructor() {
    super("another process decided one of the orders at the same time")
  }
}

/** By id: a decision that was made meanwhile stays current, and ours is refused. */
const SUPERSEDE = `UPDATE affiliate_attribution SET superseded_at = :now, updated_at = :now WHERE id = ANY(:ids) AND superseded_at IS NULL`

/**
 * Whose rate an order follows: that of an affiliate who has one of their own, else that of the program's rules, where it had any when the
 * order was placed, else that of the program. Over the aliases `affiliate_version` and `program_version`.
 */
export const rateSource = (programId: string, placedAt: string): string => `
  CASE
    WHEN affiliate_version.commission_percent IS NOT NULL THEN 'affiliate'
    WHEN EXISTS (SELECT 1 FROM affiliate_commission_rule_history rule
                 WHERE rule.program_id = ${programId} AND rule.valid_to > ${placedAt} AND rule.valid_from <= ${placedAt}) THEN 'rules'
    WHEN program_version.commission_percent IS NOT NULL THEN 'program'
  END`

/**
 * Rate, basis, tax, shipping, guard and limits are those that were valid when the order was placed, however late the order is recorded. Whether
 * it was the customer's first order is kept from the first decision on: Medusa may know more, or less, of the customer later.
 */
const WRITE_DECISIONS = `
  WITH written AS (
    INSERT INTO affiliate_attribution (id, order_id, email, customer_id, outcome, reason, source, program_id, affiliate_id, referral_id,
                                       rate_percent, rate_source, commission_basis, include_tax, include_shipping, margin_guard_percent,
                                       order_commission_limits, is_first_order, evidence, placed_at, created_by, note)
    SELECT given.id, given.order_id, given.email, given.customer_id, given.outcome, given.reason, given.source, given.program_id,
           given.affiliate_id, given.referral_id, coalesce(affiliate_version.commission_percent, program_version.commission_percent),
           ${rateSource("given.program_id", "given.placed_at")},
           program_version.commission_basis, program_version.include_tax, program_version.include_shipping,
           program_version.margin_guard_percent, program_version.order_commission_limits, coalesce(former.is_first_order, given.is_first_order),
           given.evidence, given.placed_at, given.created_by, given.note
    FROM json_to_recordset(:decisions::json) AS given(id text, order_id text, email text, customer_id text, outcome text, reason text,
           source text, program_id text, affiliate_id text, referral_id text, is_first_order boolean, evidence jsonb,
           placed_at timestamptz, created_by text, note text)
    LEFT JOIN LATERAL affiliate_program_at(given.program_id, given.placed_at) program_version ON true
    LEFT JOIN LATERAL affiliate_at(given.affiliate_id, given.placed_at) affiliate_version ON true
    LEFT JOIN LATERAL (
      SELECT is_first_order FROM affiliate_attribution decision
      WHERE decision.order_id = given.order_id AND decision.superseded_at IS NOT NULL AND decision.deleted_at IS NULL LIMIT 1
    ) former ON true
    ON CONFLICT (order_id) WHERE superseded_at IS NULL AND deleted_at IS NULL DO NOTHING
    RETURNING id
  )
  SELECT count(*)::int AS count FROM written`

/** Supersedes decisions; their rows stay. */
export async function supersedeDecisions(sql: Sql, ids: string[], now: Date): Promise<void> {
  await rows(sql, SUPERSEDE, { ids, now })
}

/**
 * Writes decisions about orders that have no current one.
 *
 * @throws ConcurrentDecision when another process was first with one of them.
 */
export async function writeDecisions(sql: Sql, decisions: DecisionRow[]): Promise<void> {
  const [written] = await rows<{ count: number }>(sql, WRITE_DECISIONS, { decisions: JSON.stringify(decisions) })
  if (written?.count !== decisions.length) throw new ConcurrentDecision()
}
