import { rows, type Sql } from "../database/connection"
import { isCurrentDecision } from "./current"

const ORDERS_OF_PERSON = `
  SELECT o.id FROM "order" o
  WHERE o.created_at >= :since AND NOT o.is_draft_order AND o.deleted_at IS NULL
    AND o.customer_id IN (
      SELECT :customer_id
      UNION SELECT customer.id FROM customer WHERE customer.email IN (:email, lower(:email)) AND customer.deleted_at IS NULL)
  UNION
  SELECT decision.order_id FROM affiliate_attribution decision
  WHERE decision.email = lower(:email) AND decision.placed_at >= :since AND ${isCurrentDecision("decision")}`

/** The orders a person (account or guest) placed since an instant, found the way the first-order rule finds them. */
export async function readOrdersOfPerson(sql: Sql, person: { customer_id: string; email: string }, since: Date): Promise<string[]> {
  const found = await rows<{ id: string }>(sql, ORDERS_OF_PERSON, { ...person, since })
  return found.map(({ id }) => id)
}
