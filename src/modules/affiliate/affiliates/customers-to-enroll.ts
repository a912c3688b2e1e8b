import { rows, type Sql } from "../database/connection"

export interface CustomersToEnroll {
  program_id: string
  /** Only these customers; every registered one when absent. */
  customer_ids?: string[]
  /** The last id of the page before. */
  after: string
  limit: number
}

const CUSTOMERS_TO_ENROLL = `
  SELECT c.id FROM customer c
  WHERE c.id > :after AND c.has_account AND c.deleted_at IS NULL AND (:customer_ids::text[] IS NULL OR c.id = ANY(:customer_ids))
    AND NOT EXISTS (SELECT 1 FROM affiliate a WHERE a.program_id = :program_id AND a.customer_id = c.id AND a.deleted_at IS NULL)
    AND (
      NOT EXISTS (SELECT 1 FROM affiliate_program_customer_group g
                  WHERE g.program_id = :program_id AND g.access = 'eligible' AND g.deleted_at IS NULL)
      OR EXISTS (SELECT 1 FROM affiliate_program_customer_group g
                 JOIN customer_group_customer m ON m.customer_group_id = g.customer_group_id AND m.deleted_at IS NULL
                 WHERE g.program_id = :program_id AND g.access = 'eligible' AND g.deleted_at IS NULL AND m.customer_id = c.id)
    )
  ORDER BY c.id LIMIT :limit`

/** One page, by key, of the registered customers who may join a program and are not in it. */
export async function listCustomersToEnroll(sql: Sql, { customer_ids, ...asked }: CustomersToEnroll): Promise<string[]> {
  const found = await rows<{ id: string }>(sql, CUSTOMERS_TO_ENROLL, { ...asked, customer_ids: customer_ids ?? null })
  return found.map(({ id }) => id)
}
