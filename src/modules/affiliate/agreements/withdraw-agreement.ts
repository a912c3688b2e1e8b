import { rows, type Sql } from "../database/connection"
import { isNotWithdrawn } from "./current-agreement"

export interface AgreementWithdrawal {
  affiliate_id: string
  /** Who withdraws: the customer, or the user whom they asked to. */
  withdrawn_by: string
  now: Date
}

const WITHDRAW = `
  UPDATE affiliate_agreement_acceptance acceptance SET withdrawn_at = :now, withdrawn_by = :withdrawn_by, updated_at = :now
  WHERE affiliate_id = :affiliate_id AND ${isNotWithdrawn("acceptance")}
  RETURNING id`

/** Withdraws an affiliate's acceptances of all versions. @returns whether this call withdrew anything. */
export async function withdrawAgreement(sql: Sql, withdrawal: AgreementWithdrawal): Promise<boolean> {
  return (await rows(sql, WITHDRAW, { ...withdrawal })).length > 0
}
