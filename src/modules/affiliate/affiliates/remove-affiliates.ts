import { rows, type Sql } from "../database/connection"
import { isNotWithdrawn } from "../agreements/current-agreement"

/** An acceptance is never deleted and refers to its affiliate's row, so both are marked as deleted. */
const HIDE_AGREED = `
  WITH hidden AS (
    UPDATE affiliate_agreement_acceptance acceptance SET deleted_at = now()
    WHERE affiliate_id = ANY(:ids) AND ${isNotWithdrawn("acceptance")}
    RETURNING affiliate_id
  )
  UPDATE affiliate SET deleted_at = now() WHERE id IN (SELECT affiliate_id FROM hidden)`

/** Removes affiliates who were enrolled a moment ago, with their codes. The database refuses it once one of them has earned. */
export async function removeAffiliates(sql: Sql, ids: string[]): Promise<void> {
  await sql("affiliate_promo_code").whereIn("affiliate_id", ids).delete()
  await rows(sql, HIDE_AGREED, { ids })
  await sql("affiliate").whereIn("id", ids).whereNull("deleted_at").delete()
}
