import { isCurrentDecision } from "../../attribution/current"
import { rateSource } from "../../attribution/write-decisions"

/** What held for an order of this affiliate in this program. An order of a clock that ran ahead is decided by what held at its decision. */
const held = (affiliateId: string, programId: string): string => `
  CROSS JOIN LATERAL (SELECT least(decision.placed_at, decision.created_at) AS at) held
  CROSS JOIN LATERAL affiliate_at(${affiliateId}, held.at) affiliate_version
  CROSS JOIN LATERAL affiliate_program_at(${programId}, held.at) program_version`

const settings = (rate: string, source: string, of: string): string =>
  `${rate}, ${source}, ${of}.commission_basis, ${of}.include_tax, ${of}.include_shipping, ${of}.margin_guard_percent, ${of}.order_commission_limits`

const HELD = settings(
  "coalesce(affiliate_version.commission_percent, program_version.commission_percent)",
  rateSource("decision.program_id", "held.at"),
  "program_version"
)
const RECORDED = settings("decision.rate_percent", "decision.rate_source", "decision")

const SETTINGS = `
  SELECT 'settings_differ' AS problem, decision.order_id, decision.id AS attribution_id, decision.affiliate_id, NULL AS evidence_id,
         concat_ws(', ', ${HELD}) AS expected, concat_ws(', ', ${RECORDED}) AS found
  FROM affiliate_attribution decision ${held("decision.affiliate_id", "decision.program_id")}
  WHERE ${isCurrentDecision("decision")} AND decision.outcome = 'attributed' AND (${HELD}) IS DISTINCT FROM (${RECORDED})`

/**
 * Why evidence of a type that occurred at an instant cannot earn, as far as settings decide it: what `refusal` of the domain says, written
 * apart to check it.
 */
const refusal = (type: string, occurredAt: string): string => `
  CASE
    WHEN program_version.status <> 'active' OR decision.placed_at < program_version.starts_at
      OR decision.placed_at >= program_version.ends_at THEN 'program_not_running'
    WHEN program_version.sales_channel_ids <> '{}'
      AND (o.sales_channel_id = ANY(program_version.sales_channel_ids)) IS NOT TRUE THEN 'other_sales_channel'
    WHEN affiliate_version.status <> 'active' THEN 'affiliate_not_active'
    WHEN ${type} = 'referral' AND decision.placed_at >= (${occurredAt} AT TIME ZONE 'UTC'
      + make_interval(months => program_version.referral_period_months)) AT TIME ZONE 'UTC' THEN 'referral_expired'
    WHEN ${type} = 'click' AND decision.placed_at - ${occurredAt} > make_interval(days => program_version.attribution_window_days)
      THEN 'click_expired'
  END`

/** Reasons that no setting decides come before those of age: then only the earlier ones can be compared. Orders that are gone are left out. */
const EVIDENCE = `
  SELECT 'evidence_misjudged', decision.order_id, decision.id, item.affiliate_id, item.id,
         coalesce(expected.reason, 'valid'), coalesce(item.reason, 'valid')
  FROM affiliate_attribution decision
  JOIN "order" o ON o.id = decision.order_id
  CROSS JOIN LATERAL jsonb_to_recordset(decision.evidence)
    AS item(type text, id text, program_id text, affiliate_id text, occurred_at timestamptz, reason text)
  ${held("item.affiliate_id", "item.program_id")}
  CROSS JOIN LATERAL (SELECT ${refusal("item.type", "item.occurred_at")} AS reason) expected
  WHERE ${isCurrentDecision("decision")} AND CASE
    WHEN item.reason IN ('self_referral', 'not_first_order', 'already_referred')
      THEN expected.reason NOT IN ('referral_expired', 'click_expired')
    ELSE expected.reason IS DISTINCT FROM item.reason
  END`

/** When an order begins to count for a referral that was set by hand after it: where captured payments earn, with its first one. */
const COUNTED = `
  CROSS JOIN LATERAL (
    SELECT CASE
      WHEN decision.placed_at < referral.started_at AND program_version.commission_basis = 'captured' THEN coalesce((
        SELECT min(transaction.created_at) FROM order_transaction transaction
        WHERE transaction.order_id = decision.order_id AND transaction.deleted_at IS NULL), 'infinity')
      ELSE decision.placed_at
    END AS at
  ) counted`

/**
 * Orders that a referral set by hand would have got, had their decision known it. Setting it decides the person's orders again, so each of
 * them either has its affiliate or names it in its evidence; or a code of whoever has it beats the referral, which was refused until an earlier
 * order was canceled, and the decision stays as it is.
 */
const OVERLOOKED = `
  SELECT 'referral_overlooked', decision.order_id, decision.id, referral.affiliate_id, referral.id, referral.affiliate_id,
         coalesce(decision.affiliate_id, 'nobody')
  FROM affiliate_referral referral
  JOIN affiliate ON affiliate.id = referral.affiliate_id AND affiliate.deleted_at IS NULL
  JOIN affiliate_attribution decision ON decision.email = referral.email AND ${isCurrentDecision("decision")}
  JOIN "order" o ON o.id = decision.order_id AND NOT o.is_draft_order AND o.status <> 'draft' AND o.deleted_at IS NULL
  ${held("referral.affiliate_id", "referral.program_id")}
  ${COUNTED}
  WHERE referral.source = 'manual' AND referral.deleted_at IS NULL
    AND counted.at >= referral.started_at AND (referral.ended_at IS NULL OR counted.at < referral.ended_at)
    AND decision.reason NOT IN ('manual', 'promo_code')
    AND coalesce(decision.program_id, referral.program_id) = referral.program_id
    AND decision.affiliate_id IS DISTINCT FROM referral.affiliate_id
    AND affiliate_version.customer_id IS DISTINCT FROM decision.customer_id
    AND NOT decision.evidence @> jsonb_build_array(jsonb_build_object('id', referral.id))
    AND NOT decision.evidence @> jsonb_build_array(
      jsonb_build_object('type', 'promo_code', 'reason', 'not_first_order', 'affiliate_id', decision.affiliate_id))
    AND ${refusal("'referral'", "referral.started_at")} IS NULL`

export const TERMS = [SETTINGS, EVIDENCE, OVERLOOKED].join(" UNION ALL ")
