import { rows, type Sql } from "../database/connection"
import { GROUP_MEMBERS } from "../store/group-members"

export interface CustomersToEnroll {
  program_id: string
  /** Only these customers; every registered one when absent. */
  customer_ids?: string[]
  /** The last id of the page before. */
  after: string
  limit: number
}

const CUSTOMERS_TO_ENROLL = `
  SELECT customer.id FROM customer
  WHERE customer.id > :after AND customer.has_account AND customer.deleted_at IS NULL
    AND (:customer_ids::text[] IS NULL OR customer.id = ANY(:customer_ids))
    AND NOT EXISTS (SELECT 1 FROM affiliate
                    WHERE affiliate.program_id = :program_id AND affiliate.customer_id = customer.id AND affiliate.deleted_at IS NULL)
    AND (
      NOT EXISTS (SELECT 1 FROM affiliate_program_customer_group program_group
                  WHERE program_group.program_id = :program_id AND program_group.access = 'eligible' AND program_group.deleted_at IS NULL)
      OR EXISTS (SELECT 1 FROM affiliate_program_customer_group program_group
                 JOIN ${GROUP_MEMBERS} member ON member.customer_group_id = program_group.customer_group_id
                 WHERE program_group.program_id = :program_id AND program_group.access = 'eligible' AND program_group.deleted_at IS NULL
                   AND member.customer_id = customer.id)
    )
  ORDER BY customer.id LIMIT :limit`

/** One page, by key, of the registered customers who may join a program and are not in it. */
export async function listCustomersToEnroll(sql: Sql, { customer_ids, ...query }: CustomersToEnroll): Promise<string[]> {
  const found = await rows<{ id: string }>(sql, CUSTOMERS_TO_ENROLL, { ...query, customer_ids: customer_ids ?? null })
  return found.map(({ id }) => id)
}
