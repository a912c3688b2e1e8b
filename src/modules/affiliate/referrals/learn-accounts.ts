import { rows, type Sql } from "../database/connection"
import { isCurrentReferral } from "../attribution/current"

/** Referrals of guests who have registered since, with the `account` of the same e-mail, unless that is a referral of the program itself. */
export const REGISTERED_REFERRALS = `
  affiliate_referral referral
  JOIN customer account ON lower(account.email) = referral.email AND account.has_account AND account.deleted_at IS NULL
    AND ${isCurrentReferral("referral")}
    AND (referral.customer_id IS NULL
         OR EXISTS (SELECT 1 FROM customer guest WHERE guest.id = referral.customer_id AND NOT guest.has_account))
    AND NOT EXISTS (SELECT 1 FROM affiliate_referral other
                    WHERE other.program_id = referral.program_id AND other.customer_id = account.id AND ${isCurrentReferral("other")})`

const LEARN = `
  UPDATE affiliate_referral SET customer_id = learned.account_id, updated_at = now()
  FROM (
    SELECT referral.id, account.id AS account_id FROM ${REGISTERED_REFERRALS}
    WHERE :customer_ids::text[] IS NULL OR account.id = ANY(:customer_ids)
  ) learned
  WHERE affiliate_referral.id = learned.id`

/**
 * Gives guests' referrals the accounts that were registered with their e-mails: of these customers, or of all. A guest's referral is found by
 * their e-mail; with the account it still holds when the account gets another e-mail.
 */
export async function learnAccounts(sql: Sql, customerIds?: string[]): Promise<void> {
  await rows(sql, LEARN, { customer_ids: customerIds ?? null })
}
