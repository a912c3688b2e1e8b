import { rows, type Sql } from "../database/connection"
import { GROUP_MEMBERS } from "./group-members"

export interface KnownCustomer {
  id: string
  email: string | null
  has_account: boolean
  customer_group_ids: string[]
}

const CUSTOMERS = `
  SELECT customer.id, lower(customer.email) AS email, customer.has_account,
         coalesce((SELECT array_agg(member.customer_group_id) FROM ${GROUP_MEMBERS} member
                   WHERE member.customer_id = customer.id), '{}') AS customer_group_ids
  FROM customer WHERE customer.id = ANY(:ids) AND customer.deleted_at IS NULL`

/** Customers with the groups they are in; ids that no customer has are left out. */
export const listCustomers = (sql: Sql, ids: string[]): Promise<KnownCustomer[]> => rows(sql, CUSTOMERS, { ids })

const KNOWN = {
  customer_group: `SELECT id FROM customer_group WHERE id = ANY(:ids) AND deleted_at IS NULL`,
  sales_channel: `SELECT id FROM sales_channel WHERE id = ANY(:ids) AND deleted_at IS NULL`,
  currency: `SELECT code AS id FROM currency WHERE code = ANY(:ids) AND deleted_at IS NULL`,
}

/** Which of the ids the store does not know. */
export async function unknownIds(sql: Sql, kind: keyof typeof KNOWN, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const known = new Set((await rows<{ id: string }>(sql, KNOWN[kind], { ids })).map(({ id }) => id))
  return ids.filter((id) => !known.has(id))
}
