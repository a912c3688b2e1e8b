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
  SELECT g.version, g.text_hash,
         EXISTS (SELECT 1 FROM affiliate_agreement_acceptance k
                 WHERE k.affiliate_id = a.id AND k.version = g.version AND ${isNotWithdrawn("k")}) AS is_accepted
  FROM affiliate a JOIN affiliate_program p ON p.id = a.program_id JOIN ${currentAgreement("p")} g ON true
  WHERE a.id = :affiliate_id AND a.deleted_at IS NULL`

/** Where an affiliate stands with his program's agreement. Null when the program has none, or there is no such affiliate. */
export async function readCurrentAcceptance(sql: Sql, affiliate_id: string): Promise<CurrentAcceptance | null> {
  const [standing] = await rows<CurrentAcceptance>(sql, CURRENT, { affiliate_id })
  return standing ?? null
}
