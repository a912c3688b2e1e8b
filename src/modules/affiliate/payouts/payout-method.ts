import { allowedPayoutMethods } from "./allowed-payout-methods"
import { rows, type Sql } from "../database/connection"
import { areCurrentDetails } from "./current-details"

/** How an affiliate is paid. */
export interface OwnPayoutMethod {
  /** The method the affiliate chose while the program allows it, otherwise the program's own. */
  method: string
  is_chosen: boolean
  has_details: boolean
  masked_details: string
  /** The methods the affiliate may choose from. */
  allowed: string[]
}

const OWN = `
  SELECT CASE WHEN stands THEN details.method ELSE program.payout_method END AS method,
         stands AS is_chosen,
         stands AND details.details <> '{}' AS has_details,
         CASE WHEN stands AND details.details <> '{}' THEN details.masked ELSE '' END AS masked_details,
         ${allowedPayoutMethods("program")} AS allowed
  FROM affiliate
  JOIN affiliate_program program ON program.id = affiliate.program_id
  LEFT JOIN affiliate_payout_details details ON details.affiliate_id = affiliate.id AND ${areCurrentDetails("details")},
  LATERAL (SELECT coalesce(jsonb_exists(${allowedPayoutMethods("program")}, details.method), false) AS stands) choice
  WHERE affiliate.id = :affiliate_id AND affiliate.deleted_at IS NULL`

/** How an affiliate is paid; null when there is no such affiliate. */
export async function readPayoutMethod(sql: Sql, affiliateId: string): Promise<OwnPayoutMethod | null> {
  const [own] = await rows<OwnPayoutMethod>(sql, OWN, { affiliate_id: affiliateId })
  return own ?? null
}
