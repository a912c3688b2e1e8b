import { rows, type Sql } from "../database/connection"
import { keepKnownEmails } from "../store/known-emails"

/** Affiliates of guests who have registered since, with the `account` of the same e-mail, unless that is an affiliate of the program itself. */
export const REGISTERED_GUESTS = `
  customer account
  JOIN affiliate_known_email known ON known.email = lower(account.email) AND known.deleted_at IS NULL
  JOIN customer guest ON guest.id = known.customer_id AND NOT guest.has_account AND guest.deleted_at IS NULL
    AND lower(guest.email) = known.email
  JOIN affiliate ON affiliate.customer_id = guest.id AND affiliate.deleted_at IS NULL
    AND account.has_account AND account.deleted_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM affiliate other
                    WHERE other.program_id = affiliate.program_id AND other.customer_id = account.id AND other.deleted_at IS NULL)`

/** Of two guests with one e-mail in different letters, the account takes the older affiliate: it can be one of a program only. */
const HAND_OVER = `
  UPDATE affiliate SET customer_id = handed.customer_id, updated_at = now()
  FROM (
    SELECT DISTINCT ON (affiliate.program_id, account.id) affiliate.id, account.id AS customer_id FROM ${REGISTERED_GUESTS}
    WHERE :customer_ids::text[] IS NULL OR account.id = ANY(:customer_ids)
    ORDER BY affiliate.program_id, account.id, affiliate.number
  ) handed
  WHERE affiliate.id = handed.id RETURNING affiliate.customer_id`

/**
 * Gives affiliates whom an admin enrolled as guests the accounts that were registered with their e-mails: of these customers, or of all. As a
 * guest nobody could ever see what they earn. The admin who enrolls a guest vouches for the e-mail.
 */
export async function handOverGuests(sql: Sql, customerIds?: string[]): Promise<void> {
  const handed = await rows<{ customer_id: string }>(sql, HAND_OVER, { customer_ids: customerIds ?? null })
  const accounts = handed.map(({ customer_id }) => customer_id)
  if (accounts.length > 0) await keepKnownEmails(sql, accounts)
}
