import { rows, type Sql } from "../database/connection"
import { currentAgreement, isNotWithdrawn } from "./current-agreement"

export interface CurrentAcceptance {
  /** The version his program offers now. */
  version: number
  text_hash: string
  /** Whether he accepted that version and has not withdrawn. */
  is_accepted: boolean
}

const CURRENT = `
  SELECT agreement.version, agreement.text_hash,
         EXISTS (SELECT 1 FROM affiliate_agreement_acceptance acceptance
                 WHERE acceptance.affiliate_id = affiliate.id AND acceptance.version = agreement.version
                   AND ${isNotWithdrawn("acceptance")}) AS is_accepted
  FROM affiliate JOIN affiliate_program program ON program.id = affiliate.program_id JOIN ${currentAgreement("program")} agreement ON true
  WHERE affiliate.id = :affiliate_id AND affiliate.deleted_at IS NULL`

/** Where an affiliate stands with his program's agreement. Null when the program has none, or there is no such affiliate. */
export async function readCurrentAcceptance(sql: Sql, affiliate_id: string): Promise<CurrentAcceptance | null> {
  const [standing] = await rows<CurrentAcceptance>(sql, CURRENT, { affiliate_id })
  return standing ?? null
}
