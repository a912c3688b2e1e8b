import { isCurrentDecision } from "./current"

/** An order that a decision is still to be made of. */
export interface Undecided {
  id: string
  /** The decision that was made too early. */
  decision_id: string | null
}

const isUndecided = (order: string): string => `NOT EXISTS (
  SELECT 1 FROM affiliate_attribution t WHERE t.order_id = ${order}.id AND ${isCurrentDecision("t")})`

/** What a link of an order leads to that it has in common with an affiliate, where the link may be younger than the decision `t`. */
const linkedSince = (link: string, evidence: string): string => `EXISTS (
  SELECT 1 FROM ${link} link JOIN ${evidence}
  WHERE link.order_id = t.order_id AND link.deleted_at IS NULL AND link.created_at > t.created_at - interval '1 hour')`

/**
 * The asked orders that were decided too early. Medusa commits an order one step before its links to cart and promotions: a reconciliation
 * in between sees an order that nothing touched, and its decision would stand when the event comes. A link's time is when its transaction
 * began, which may lie before a decision that could not see it: hence the hour.
 */
const TOO_EARLY = `
  SELECT t.order_id AS id, t.id AS decision_id FROM affiliate_attribution t
  WHERE t.order_id = ANY(:ids) AND ${isCurrentDecision("t")} AND t.reason = 'no_evidence'
    AND (${linkedSince("order_cart", "affiliate_cart_attribution e ON e.cart_id = link.cart_id AND e.deleted_at IS NULL")}
      OR ${linkedSince("order_promotion", "affiliate_promo_code e ON e.promotion_id = link.promotion_id AND e.deleted_at IS NULL")})`

/**
 * The undecided among the asked orders, and the undecided earlier ones of the same persons, back to the first program's beginning. Living
 * customers and orders only, said in so many words: Medusa's indexes are of those, and without it every customer and order is read.
 */
export const UNDECIDED = `
  WITH asked AS (SELECT o.* FROM "order" o WHERE o.id = ANY(:ids) AND ${isUndecided("o")}),
  persons AS (
    SELECT person.id, max(asked.created_at) AS until
    FROM asked
    CROSS JOIN LATERAL (
      SELECT asked.customer_id AS id
      UNION SELECT account.id FROM customer account
            WHERE account.email IN (asked.email, lower(asked.email)) AND account.deleted_at IS NULL
    ) person
    WHERE person.id IS NOT NULL GROUP BY person.id
  ),
  beginning AS (SELECT min(least(created_at, starts_at)) AS at FROM affiliate_program)
  SELECT id, NULL AS decision_id FROM asked
  UNION
  SELECT earlier.id, NULL FROM beginning
  CROSS JOIN persons
  CROSS JOIN LATERAL (
    SELECT e.id FROM "order" e
    WHERE e.customer_id = persons.id AND e.deleted_at IS NULL AND e.created_at <= persons.until AND e.created_at >= beginning.at
      AND ${isUndecided("e")}
  ) earlier
  UNION ALL ${TOO_EARLY}`
