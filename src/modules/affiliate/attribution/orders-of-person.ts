import { rows, type Sql } from "../database/connection"
import { customersWithEmail } from "../store/known-emails"
import { isCurrentDecision } from "./current"

/** Whether an order, by its id and when it was placed, counts since an instant: when it is placed or, in such a program, first paid. */
const countsSince = (id: string, placedAt: string): string => `(${placedAt} >= :since OR (
  EXISTS (SELECT 1 FROM affiliate_program_at(:program_id, ${placedAt}) WHERE commission_basis = 'captured')
  AND NOT EXISTS (SELECT 1 FROM order_transaction transaction
                  WHERE transaction.order_id = ${id} AND transaction.deleted_at IS NULL AND transaction.created_at < :since)))`

const ORDERS_OF_PERSON = `
  SELECT o.id FROM "order" o
  WHERE ${countsSince("o.id", "o.created_at")} AND NOT o.is_draft_order AND o.deleted_at IS NULL
    AND o.customer_id IN (
      SELECT :customer_id
      UNION (${customersWithEmail(":email")}))
  UNION
  SELECT decision.order_id FROM affiliate_attribution decision
  WHERE decision.email = lower(:email) AND ${countsSince("decision.order_id", "decision.placed_at")} AND ${isCurrentDecision("decision")}`

/** The orders of a person (account or guest) that count in a program since an instant, found the way the first-order rule finds them. */
export async function readOrdersOfPerson(
  sql: Sql,
  person: { customer_id: string; email: string },
  program_id: string,
  since: Date
): Promise<string[]> {
  const found = await rows<{ id: string }>(sql, ORDERS_OF_PERSON, { ...person, program_id, since })
  return found.map(({ id }) => id)
}
