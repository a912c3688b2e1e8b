import { rows, type Sql } from "../database/connection"

/**
 * The ids of the customers (accounts and guests) with an e-mail in any letter case, as a SQL query.
 *
 * @param email a SQL expression. It is evaluated inside, where a table called `account` or `known` would hide its own.
 */
export const customersWithEmail = (email: string): string => `
  SELECT account.id FROM customer account WHERE account.email IN (${email}, lower(${email})) AND account.deleted_at IS NULL
  UNION
  SELECT account.id FROM affiliate_known_email known
  JOIN customer account ON account.id = known.customer_id AND lower(account.email) = known.email AND account.deleted_at IS NULL
  WHERE known.email = lower(${email}) AND known.deleted_at IS NULL`

/** Two queries instead of one with OR: PostgreSQL would look every customer up among all affiliates, one by one, once these no longer fit into `work_mem`. */
const KEEP = `
  INSERT INTO affiliate_known_email (id, email, customer_id)
  SELECT affiliate_new_id('affmail'), lower(wanted.email), wanted.id
  FROM (
    SELECT customer.id, customer.email FROM customer WHERE customer.deleted_at IS NULL AND customer.email <> lower(customer.email)
    UNION
    SELECT customer.id, customer.email FROM affiliate JOIN customer ON customer.id = affiliate.customer_id
    WHERE affiliate.deleted_at IS NULL AND customer.deleted_at IS NULL AND customer.email IS NOT NULL
  ) wanted
  WHERE (:customer_ids::text[] IS NULL OR wanted.id = ANY(:customer_ids))
    AND NOT EXISTS (SELECT 1 FROM affiliate_known_email kept WHERE kept.customer_id = wanted.id AND kept.email = lower(wanted.email))
  ON CONFLICT DO NOTHING`

/** Keeps the e-mails of these customers, or of all: that reads the whole table of customers, so it is for the hourly job. */
export async function keepKnownEmails(sql: Sql, customerIds?: string[]): Promise<void> {
  await rows(sql, KEEP, { customer_ids: customerIds ?? null })
}
