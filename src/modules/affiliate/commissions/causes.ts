import { isCurrentDecision } from "../attribution/current"

/**
 * What caused each difference between an order's worth and its rows, and when it happened. Reads a CTE `differences` and ends in `caused`,
 * which adds `cause`, `cause_type`, `cause_id` and `occurred_at` to its columns. Needs `:now`, the beginning of the run: changes are dated no
 * later than that. Orders may be dated up to the present instant, because a run may last past midnight, and an order placed or paid
 * meanwhile belongs to the new period; none is dated in the future.
 *
 * The first rule that applies decides. Of several changes between two recordings that is the last one that can move money. Where placed orders
 * earn, a payment can only where credit was granted, by showing how much of it was given back; any change explains the difference better. A
 * change of which Medusa keeps no row (a status set by hand) counts as made when the order was last updated.
 */
export const COMMISSION_CAUSES = `
  caused AS (
    SELECT difference.*, cause.kind AS cause, cause.cause_type, cause.cause_id,
           least(cause.occurred_at, CASE difference.kind
             WHEN 'change' THEN :now::timestamptz ELSE greatest(:now::timestamptz, clock_timestamp()) END) AS occurred_at
    FROM differences difference
    CROSS JOIN LATERAL (SELECT placed_at, commission_basis FROM affiliate_attribution WHERE id = difference.attribution_id LIMIT 1) decided
    LEFT JOIN LATERAL (
      SELECT id, coalesce(confirmed_at, updated_at) AS at,
             CASE change_type WHEN 'return_receive' THEN 'return' WHEN 'credit_line' THEN 'refund' ELSE change_type END AS kind
      FROM order_change
      WHERE order_id = difference.order_id AND status = 'confirmed' AND version <= difference.version AND deleted_at IS NULL
        AND change_type IN ('edit', 'return_receive', 'claim', 'exchange', 'credit_line')
      ORDER BY version DESC, confirmed_at DESC NULLS LAST LIMIT 1
    ) change ON difference.kind = 'change'
    LEFT JOIN LATERAL (
      SELECT id, created_at AS at, CASE WHEN difference.expense_amount < 0 THEN 'refund' ELSE 'order' END AS kind
      FROM order_transaction WHERE order_id = difference.order_id AND deleted_at IS NULL
      ORDER BY created_at DESC, id DESC LIMIT 1
    ) payment ON decided.commission_basis = 'captured' OR (difference.has_granted AND difference.kind = 'change')
    LEFT JOIN LATERAL (
      SELECT id FROM affiliate_attribution decision WHERE order_id = difference.order_id AND ${isCurrentDecision("decision")} LIMIT 1
    ) current_decision ON difference.kind = 'reassign'
    CROSS JOIN LATERAL (
      SELECT kind, cause_type, cause_id, occurred_at
      FROM (VALUES
        (1, difference.kind = 'order' AND payment.id IS NULL, 'order', 'order', difference.order_id, decided.placed_at),
        (2, difference.kind = 'order', 'order', 'order_transaction', payment.id, payment.at),
        (3, difference.kind = 'reassign', 'reassign', 'attribution', current_decision.id, coalesce(payment.at, decided.placed_at)),
        (4, difference.is_over, 'cancel', 'order', difference.order_id, coalesce(difference.canceled_at, difference.updated_at)),
        (5, decided.commission_basis = 'captured' AND payment.at > greatest(change.at, difference.last_at), payment.kind, 'order_transaction', payment.id, payment.at),
        (6, change.at > difference.last_at AND NOT (change.kind = 'refund' AND difference.expense_amount > 0),
          change.kind, 'order_change', change.id, change.at),
        (7, decided.commission_basis = 'placed' AND payment.at > difference.last_at, payment.kind, 'order_transaction', payment.id, payment.at),
        (8, true, 'edit', 'order', difference.order_id, greatest(difference.updated_at, difference.last_at))
      ) AS rule(precedence, applies, kind, cause_type, cause_id, occurred_at)
      WHERE applies ORDER BY precedence LIMIT 1
    ) cause
  )`
