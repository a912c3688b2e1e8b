import { customersWithEmail } from "../store/known-emails"

const isPlaced = `earlier_order.status NOT IN ('canceled', 'draft') AND NOT earlier_order.is_draft_order
  AND earlier_order.deleted_at IS NULL`

/**
 * Whether the person behind a customer id and an e-mail has an order that is neither canceled nor a draft, as a boolean SQL expression.
 * A person is every customer row (account or guest) with that id, or with that e-mail in any letter case, that is not deleted. Orders of
 * deleted customers are found through our own rows: Medusa has no index for them, and the plugin adds none to core tables.
 *
 * @param person SQL expressions for `customer_id` and `email`. They are evaluated inside, where a table called `account`, `person`,
 * `earlier_order`, `earlier` or `known` would hide theirs.
 * @param before condition on `earlier_order`, such as "not this one".
 */
export const hasEarlierOrder = (person: { customer_id: string; email: string }, before: string): string => `(
  EXISTS (
    SELECT 1
    FROM (
      SELECT ${person.customer_id} AS id
      UNION ALL (${customersWithEmail(person.email)})
    ) person
    CROSS JOIN LATERAL (
      SELECT 1 FROM "order" earlier_order WHERE earlier_order.customer_id = person.id AND ${isPlaced} AND ${before} LIMIT 1
    ) earlier
  ) OR EXISTS (
    SELECT 1
    FROM (SELECT order_id FROM affiliate_attribution WHERE email = lower(${person.email}) AND deleted_at IS NULL) known
    CROSS JOIN LATERAL (
      SELECT 1 FROM "order" earlier_order WHERE earlier_order.id = known.order_id AND ${isPlaced} AND ${before} LIMIT 1
    ) earlier
  ))`
