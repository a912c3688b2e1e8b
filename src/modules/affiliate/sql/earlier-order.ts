/**
 * Whether the person behind a customer id and an e-mail has an order that is neither canceled nor a draft, as a boolean SQL expression.
 * A person is every customer row (account or guest) with that id or e-mail; e-mails that differ in letter case only are found through our
 * own rows, because Medusa has no index for that and core tables get none from us.
 *
 * @param person SQL expressions for `customer_id` and `email`.
 * @param before condition on the earlier order `e`, such as "not this one".
 */
export const hasEarlierOrder = (person: { customer_id: string; email: string }, before: string): string => `(
  EXISTS (
    SELECT 1 FROM "order" e
    WHERE e.customer_id IN (
        SELECT ${person.customer_id} UNION SELECT c.id FROM customer c WHERE c.email IN (${person.email}, lower(${person.email}))
      )
      AND e.status NOT IN ('canceled', 'draft') AND NOT e.is_draft_order AND e.deleted_at IS NULL AND ${before}
  ) OR EXISTS (
    SELECT 1 FROM affiliate_attribution known JOIN "order" e ON e.id = known.order_id
    WHERE known.email = lower(${person.email}) AND known.deleted_at IS NULL
      AND e.status NOT IN ('canceled', 'draft') AND NOT e.is_draft_order AND e.deleted_at IS NULL AND ${before}
  ))`
