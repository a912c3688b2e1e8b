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

const KEEP = `
  INSERT INTO affiliate_known_email (id, email, customer_id)
  SELECT affiliate_new_id('affmail'), lower(customer.email), customer.id FROM customer
  WHERE customer.deleted_at IS NULL AND (:customer_ids::text[] IS NULL OR customer.id = ANY(:customer_ids))
    AND (customer.email <> lower(customer.email)
         OR customer.id IN (SELECT customer_id FROM affiliate WHERE deleted_at IS NULL) AND customer.email IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM affiliate_known_email kept WHERE kept.customer_id = customer.id AND kept.email = lower(customer.email))
  ON CONFLICT DO NOTHING`

/** Keeps the e-mails of these customers, or of all: that reads the whole table of customers, so it is for the hourly job. */
export async function keepKnownEmails(sql: Sql, customerIds?: string[]): Promise<void> {
  await rows(sql, KEEP, { customer_ids: customerIds ?? null })
}
