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
 *
 * `placed_at` is there where the present decision explains the difference. What a kind of difference does not need is not looked up: the
 * condition stands inside the look-up, because that of a join is tested after it.
 */
export const COMMISSION_CAUSES = `
  caused AS (
    SELECT difference.*, cause.kind AS cause, cause.cause_type, cause.cause_id,
           least(cause.occurred_at, CASE difference.kind
             WHEN 'change' THEN :now::timestamptz ELSE greatest(:now::timestamptz, clock_timestamp()) END) AS occurred_at
    FROM differences difference
    CROSS JOIN LATERAL (
      SELECT difference.placed_at, difference.commission_basis WHERE difference.placed_at IS NOT NULL
      UNION ALL
      SELECT placed_at, commission_basis FROM affiliate_attribution
      WHERE id = difference.attribution_id AND difference.placed_at IS NULL LIMIT 1
    ) decided
    LEFT JOIN LATERAL (
      SELECT id, coalesce(confirmed_at, updated_at) AS at,
             CASE change_type WHEN 'return_receive' THEN 'return' WHEN 'credit_line' THEN 'refund' ELSE change_type END AS kind
      FROM order_change
      WHERE order_id = difference.order_id AND status = 'confirmed' AND version <= difference.version AND deleted_at IS NULL
        AND change_type IN ('edit', 'return_receive', 'claim', 'exchange', 'credit_line') AND difference.kind = 'change'
      ORDER BY version DESC, confirmed_at DESC NULLS LAST LIMIT 1
    ) change ON true
    LEFT JOIN LATERAL (
      SELECT id, created_at AS at,
             CASE WHEN difference.kind <> 'order' AND difference.expense_amount < 0 THEN 'refund' ELSE 'order' END AS kind
      FROM order_transaction
      WHERE order_id = difference.order_id AND deleted_at IS NULL
        AND (decided.commission_basis = 'captured' OR (difference.has_granted AND difference.kind = 'change'))
      ORDER BY created_at DESC, id DESC LIMIT 1
    ) payment ON true
    LEFT JOIN LATERAL (
      SELECT id FROM affiliate_attribution decision
      WHERE order_id = difference.order_id AND ${isCurrentDecision("decision")} AND difference.kind = 'reassign' LIMIT 1
    ) current_decision ON true
    CROSS JOIN LATERAL (
      SELECT CASE
        WHEN difference.kind = 'order' AND payment.id IS NULL THEN 'order'
        WHEN difference.kind = 'order' THEN 'payment'
        WHEN difference.kind = 'reassign' THEN 'reassign'
        WHEN difference.is_over THEN 'cancel'
        WHEN decided.commission_basis = 'captured' AND payment.at > greatest(change.at, difference.last_at) THEN 'payment'
        WHEN change.at > difference.last_at AND NOT (change.kind = 'refund' AND difference.expense_amount > 0) THEN 'change'
        WHEN decided.commission_basis = 'placed' AND payment.at > difference.last_at THEN 'payment'
        ELSE 'edit' END AS event OFFSET 0
    ) deciding
    CROSS JOIN LATERAL (
      SELECT CASE event WHEN 'payment' THEN payment.kind WHEN 'change' THEN change.kind ELSE event END AS kind,
             CASE event WHEN 'payment' THEN 'order_transaction' WHEN 'change' THEN 'order_change' WHEN 'reassign' THEN 'attribution'
                        ELSE 'order' END AS cause_type,
             CASE event WHEN 'payment' THEN payment.id WHEN 'change' THEN change.id WHEN 'reassign' THEN current_decision.id
                        ELSE difference.order_id END AS cause_id,
             CASE event WHEN 'order' THEN decided.placed_at WHEN 'payment' THEN payment.at WHEN 'change' THEN change.at
                        WHEN 'reassign' THEN coalesce(payment.at, decided.placed_at)
                        WHEN 'cancel' THEN coalesce(difference.canceled_at, difference.updated_at)
                        ELSE greatest(difference.updated_at, difference.last_at) END AS occurred_at
    ) cause
  )`
