import { customersWithEmail } from "../store/known-emails"
import { isCurrentDecision } from "./current"

/** An order without a decision, or with one that was made too early. */
export interface Undecided {
  id: string
  /** The decision that was made too early; null when there is none. */
  decision_id: string | null
}

/** `offset 0` keeps it a look-up: of a fresh table PostgreSQL expects one current decision, and would read all of them for each order. */
const isUndecided = (order: string): string => `NOT EXISTS (
  SELECT 1 FROM affiliate_attribution decision WHERE decision.order_id = ${order}.id AND ${isCurrentDecision("decision")} OFFSET 0)`

/** Whether a link of the order leads to evidence (a table, and the key they share), where the link may be younger than the decision. */
const linkedSince = (link: string, evidence: string, key: string): string => `EXISTS (
  SELECT 1 FROM ${link} link JOIN ${evidence} evidence ON evidence.${key} = link.${key} AND evidence.deleted_at IS NULL
  WHERE link.order_id = decision.order_id AND link.deleted_at IS NULL AND link.created_at > decision.created_at - interval '1 hour')`

/**
 * The requested orders that were decided too early. Medusa commits an order one step before its links to cart and promotions, so a
 * reconciliation in between sees an order without evidence, and its decision would still be current when the event arrives. A link's
 * `created_at` is when its transaction began, which may be before a decision that could not see the link: hence the hour.
 */
const TOO_EARLY = `
  SELECT decision.order_id AS id, decision.id AS decision_id FROM affiliate_attribution decision
  WHERE decision.order_id = ANY(:ids) AND ${isCurrentDecision("decision")} AND decision.reason = 'no_evidence'
    AND (${linkedSince("order_cart", "affiliate_cart_attribution", "cart_id")}
      OR ${linkedSince("order_promotion", "affiliate_promo_code", "promotion_id")})`

/**
 * The undecided among the requested orders, and the undecided earlier orders of the same persons, back to the beginning of the first
 * program. `deleted_at IS NULL` is required: Medusa's partial indexes cover only rows with it, and without it PostgreSQL scans both tables.
 */
export const UNDECIDED = `
  WITH requested AS (SELECT o.* FROM "order" o WHERE o.id = ANY(:ids) AND ${isUndecided("o")}),
  persons AS (
    SELECT person.id, max(requested.created_at) AS until
    FROM requested
    CROSS JOIN LATERAL (
      SELECT requested.customer_id AS id
      UNION (${customersWithEmail("requested.email")})
    ) person
    WHERE person.id IS NOT NULL GROUP BY person.id
  ),
  beginning AS (SELECT min(least(created_at, starts_at)) AS at FROM affiliate_program)
  SELECT id, NULL AS decision_id FROM requested
  UNION
  SELECT earlier.id, NULL FROM beginning
  CROSS JOIN persons
  CROSS JOIN LATERAL (
    SELECT earlier_order.id FROM "order" earlier_order
    WHERE earlier_order.customer_id = persons.id AND earlier_order.deleted_at IS NULL AND earlier_order.created_at <= persons.until
      AND earlier_order.created_at >= beginning.at AND ${isUndecided("earlier_order")}
  ) earlier
  UNION ALL ${TOO_EARLY}`
