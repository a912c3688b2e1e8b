import { rows, type Sql } from "../database/connection"
import { currentAgreement, isNotWithdrawn } from "./current-agreement"

export interface CurrentAcceptance {
  /** The current version of the affiliate's program. */
  version: number
  text_hash: string
  /** Whether the affiliate accepted that version and has not withdrawn. */
  is_accepted: boolean
}

const CURRENT = `
  SELECT agreement.version, agreement.text_hash,
         EXISTS (SELECT 1 FROM affiliate_agreement_acceptance acceptance
                 WHERE acceptance.affiliate_id = affiliate.id AND acceptance.version = agreement.version
                   AND ${isNotWithdrawn("acceptance")}) AS is_accepted
  FROM affiliate JOIN affiliate_program program ON program.id = affiliate.program_id JOIN ${currentAgreement("program")} agreement ON true
  WHERE affiliate.id = :affiliate_id AND affiliate.deleted_at IS NULL`

/** Whether an affiliate accepts the current agreement of their program. Null when the program has none, or there is no such affiliate. */
export async function readCurrentAcceptance(sql: Sql, affiliate_id: string): Promise<CurrentAcceptance | null> {
  const [current] = await rows<CurrentAcceptance>(sql, CURRENT, { affiliate_id })
  return current ?? null
}
