import { ALLOWED_PAYOUT_METHODS } from "./allowed-payout-methods"
import { rows, type Sql } from "../database/connection"
import { areCurrentDetails } from "./current-details"

/** How an affiliate is paid. */
export interface OwnPayoutMethod {
  /** What he chose while the program allows it, else the program's own. */
  method: string
  is_chosen: boolean
  has_details: boolean
  masked_details: string
  /** What he may choose from. */
  allowed: string[]
}

const OWN = `
  SELECT CASE WHEN stands THEN d.method ELSE g.payout_method END AS method,
         stands AS is_chosen,
         stands AND d.details <> '{}' AS has_details,
         CASE WHEN stands AND d.details <> '{}' THEN d.masked ELSE '' END AS masked_details,
         ${ALLOWED_PAYOUT_METHODS} AS allowed
  FROM affiliate a
  JOIN affiliate_program g ON g.id = a.program_id
  LEFT JOIN affiliate_payout_details d ON d.affiliate_id = a.id AND ${areCurrentDetails("d")},
  LATERAL (SELECT coalesce(jsonb_exists(${ALLOWED_PAYOUT_METHODS}, d.method), false) AS stands) s
  WHERE a.id = :affiliate_id AND a.deleted_at IS NULL`

/** How an affiliate is paid; null when there is no such affiliate. */
export async function readPayoutMethod(sql: Sql, affiliateId: string): Promise<OwnPayoutMethod | null> {
  const [own] = await rows<OwnPayoutMethod>(sql, OWN, { affiliate_id: affiliateId })
  return own ?? null
}
