import { rows, type Sql } from "../database/connection"

/** Affiliates who earn, or wait for approval, although their customer was deleted. */
const WITHOUT_ACCOUNT = `
  SELECT affiliate.id, affiliate.status FROM affiliate
  WHERE affiliate.status IN ('active', 'pending') AND affiliate.deleted_at IS NULL
    AND (:customer_ids::text[] IS NULL OR affiliate.customer_id = ANY(:customer_ids))
    AND NOT EXISTS (SELECT 1 FROM customer WHERE customer.id = affiliate.customer_id AND customer.deleted_at IS NULL)
  ORDER BY affiliate.id`

export interface WithoutAccount {
  id: string
  status: "active" | "pending"
}

export const listWithoutAccount = (sql: Sql, customerIds?: string[]): Promise<WithoutAccount[]> =>
  rows(sql, WITHOUT_ACCOUNT, { customer_ids: customerIds ?? null })

/**
 * Customers with the e-mail of a suspended affiliate whose own account was deleted. An e-mail proves nobody's identity, so they do not get the
 * affiliate by themselves; and they must not become a second one before the merchant has decided. Few are suspended, so their accounts are
 * looked up one by one.
 */
const FORMER = `
  SELECT customer.id FROM customer
  WHERE customer.id = ANY(:customer_ids) AND lower(customer.email) IN (
    SELECT lower(gone.email) FROM affiliate JOIN customer gone ON gone.id = affiliate.customer_id AND gone.deleted_at IS NOT NULL
    WHERE affiliate.program_id = :program_id AND affiliate.status IN ('suspended', 'rejected') AND affiliate.deleted_at IS NULL)`

export async function listFormerAffiliates(sql: Sql, program_id: string, customer_ids: string[]): Promise<Set<string>> {
  const found = customer_ids.length > 0 ? await rows<{ id: string }>(sql, FORMER, { program_id, customer_ids }) : []
  return new Set(found.map(({ id }) => id))
}
