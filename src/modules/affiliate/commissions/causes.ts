import { isCurrentDecision } from "../attribution/current"

/**
 * What made each difference between an order's worth and its rows, and when it happened. Reads a CTE `differences` and ends in `caused`, which
 * has `cause`, `cause_type`, `cause_id` and `occurred_at` beside its columns. Asks for `:now`, the beginning of the run: no change happens
 * after it, and no order in the future. But a run may last over midnight, and an order placed or paid meanwhile belongs to the new month.
 *
 * The rules stand in their order, the first that applies counts. Of several changes between two recordings that is the last one that can
 * move money. A change that Medusa keeps no row of (a status set by hand) happened when the order was last updated.
 */
export const COMMISSION_CAUSES = `
  caused AS (
    SELECT d.*, cause.kind AS cause, cause.cause_type, cause.cause_id,
           least(cause.occurred_at, CASE d.kind WHEN 'change' THEN :now::timestamptz ELSE greatest(:now::timestamptz, clock_timestamp()) END)
             AS occurred_at
    FROM differences d
    CROSS JOIN LATERAL (SELECT placed_at, commission_basis FROM affiliate_attribution WHERE id = d.attribution_id LIMIT 1) decided
    LEFT JOIN LATERAL (
      SELECT id, coalesce(confirmed_at, updated_at) AS at,
             CASE change_type WHEN 'return_receive' THEN 'return' WHEN 'credit_line' THEN 'refund' ELSE change_type END AS kind
      FROM order_change
      WHERE order_id = d.order_id AND status = 'confirmed' AND version <= d.version AND deleted_at IS NULL
        AND change_type IN ('edit', 'return_receive', 'claim', 'exchange', 'credit_line')
      ORDER BY version DESC, confirmed_at DESC NULLS LAST LIMIT 1
    ) change ON d.kind = 'change'
    LEFT JOIN LATERAL (
      SELECT id, created_at AS at, CASE WHEN d.expense_amount < 0 THEN 'refund' ELSE 'order' END AS kind
      FROM order_transaction WHERE order_id = d.order_id AND deleted_at IS NULL
      ORDER BY created_at DESC, id DESC LIMIT 1
    ) payment ON decided.commission_basis = 'captured'
    LEFT JOIN LATERAL (
      SELECT id FROM affiliate_attribution decision WHERE order_id = d.order_id AND ${isCurrentDecision("decision")} LIMIT 1
    ) standing ON d.kind = 'reassign'
    CROSS JOIN LATERAL (
      SELECT kind, cause_type, cause_id, occurred_at
      FROM (VALUES
        (1, d.kind = 'order' AND payment.id IS NULL, 'order', 'order', d.order_id, decided.placed_at),
        (2, d.kind = 'order', 'order', 'order_transaction', payment.id, payment.at),
        (3, d.kind = 'reassign', 'reassign', 'attribution', standing.id, coalesce(payment.at, decided.placed_at)),
        (4, d.is_over, 'cancel', 'order', d.order_id, coalesce(d.canceled_at, d.updated_at)),
        (5, payment.at > greatest(change.at, d.last_at), payment.kind, 'order_transaction', payment.id, payment.at),
        (6, change.at > d.last_at AND NOT (change.kind = 'refund' AND d.expense_amount > 0), change.kind, 'order_change', change.id, change.at),
        (7, true, 'edit', 'order', d.order_id, greatest(d.updated_at, d.last_at))
      ) AS rule(precedence, applies, kind, cause_type, cause_id, occurred_at)
      WHERE applies ORDER BY precedence LIMIT 1
    ) cause
  )`
