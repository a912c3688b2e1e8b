import { isSelfReferral, type EvidenceAffiliate, type ProgramRules } from "../../../domain/attribution/attribution"
import { InvalidInput } from "../../../domain/errors"
import { rows, type Sql } from "../database/connection"
import { notFound } from "../not-found"

export interface Candidate extends EvidenceAffiliate {
  program_id: string
  program_status: ProgramRules["status"]
  timezone: string
  commission_basis: "placed" | "captured"
  include_tax: boolean
  include_shipping: boolean
}

const AFFILIATE = `
  SELECT a.id, a.code, a.status, a.customer_id, lower(c.email) AS email, a.program_id, p.status AS program_status, p.timezone,
         p.commission_basis, p.include_tax, p.include_shipping
  FROM affiliate a JOIN affiliate_program p ON p.id = a.program_id LEFT JOIN customer c ON c.id = a.customer_id
  WHERE a.id = :affiliate_id AND a.deleted_at IS NULL`

/**
 * The affiliate an admin wants to give a customer or an order to.
 *
 * @param statuses what his program may be.
 * @throws NOT_FOUND for an unknown one, InvalidInput naming `affiliate_id` for one who cannot have it.
 */
export async function requireAffiliate(
  sql: Sql,
  affiliate_id: string,
  person: { customer_id: string | null; email: string | null },
  statuses: ProgramRules["status"][]
): Promise<Candidate> {
  const [affiliate] = await rows<Candidate>(sql, AFFILIATE, { affiliate_id })
  if (!affiliate) throw notFound("Affiliate", affiliate_id, "affiliate_id")
  if (affiliate.status !== "active") throw new InvalidInput("affiliate_id", `the affiliate is ${affiliate.status}`)
  if (!statuses.includes(affiliate.program_status))
    throw new InvalidInput("affiliate_id", `the affiliate's program is ${affiliate.program_status}`)
  if (isSelfReferral(affiliate, person)) throw new InvalidInput("affiliate_id", "affiliates cannot refer themselves")
  return affiliate
}
