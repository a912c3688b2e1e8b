import { rows, type Sql } from "../database/connection"
import { isCurrentReferral } from "../attribution/current"

/**
 * A guest's referral is found by their e-mail. When the guest registers, the referral takes the account as well, so that it still holds when the
 * account gets another e-mail.
 */
const LEARN = `
  UPDATE affiliate_referral referral SET customer_id = account.id, updated_at = now()
  FROM customer account
  WHERE account.has_account AND account.deleted_at IS NULL AND (:customer_ids::text[] IS NULL OR account.id = ANY(:customer_ids))
    AND referral.email = lower(account.email) AND ${isCurrentReferral("referral")}
    AND (referral.customer_id IS NULL
         OR EXISTS (SELECT 1 FROM customer guest WHERE guest.id = referral.customer_id AND NOT guest.has_account))
    AND NOT EXISTS (SELECT 1 FROM affiliate_referral own
                    WHERE own.program_id = referral.program_id AND own.customer_id = account.id AND ${isCurrentReferral("own")})`

/** Gives guests' referrals the accounts that were registered with their e-mails: of these customers, or of all. */
export async function learnAccounts(sql: Sql, customerIds?: string[]): Promise<void> {
  await rows(sql, LEARN, { customer_ids: customerIds ?? null })
}
