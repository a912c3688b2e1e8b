import { z } from "@medusajs/framework/zod"

import { isSelfReferral, type EvidenceAffiliate, type ProgramRules } from "../../../domain/attribution/attribution"
import { InvalidInput } from "../../../domain/errors"
import { rows, type Sql } from "../database/connection"
import { notFound } from "../database/not-found"
import { integer, oneOf, statement, text } from "../database/row-check"

export interface Candidate extends EvidenceAffiliate {
  program_id: string
  program_status: ProgramRules["status"]
  timezone: string
  referral_period_months: number | null
}

const AFFILIATE = statement<Candidate>(
  `
  SELECT affiliate.id, affiliate.code, affiliate.status, affiliate.customer_id, lower(customer.email) AS email, affiliate.program_id,
         program.status AS program_status, program.timezone, program.referral_period_months
  FROM affiliate JOIN affiliate_program program ON program.id = affiliate.program_id
  LEFT JOIN customer ON customer.id = affiliate.customer_id
  WHERE affiliate.id = :affiliate_id AND affiliate.deleted_at IS NULL`,
  z.strictObject({
    id: text,
    code: text,
    status: oneOf("pending", "active", "suspended", "rejected"),
    customer_id: text,
    email: text.nullable(),
    program_id: text,
    program_status: oneOf("active", "paused", "archived"),
    timezone: text,
    referral_period_months: integer.nullable(),
  })
)

/**
 * Finds the affiliate to whom an admin assigns a customer or an order.
 *
 * @param statuses which statuses the affiliate's program may have.
 * @throws NOT_FOUND for an unknown affiliate, InvalidInput naming `affiliate_id` for one who cannot be assigned.
 */
export async function requireAffiliate(
  sql: Sql,
  affiliate_id: string,
  person: { customer_id: string | null; email: string | null },
  statuses: ProgramRules["status"][]
): Promise<Candidate> {
  const [affiliate] = await rows(sql, AFFILIATE, { affiliate_id })
  if (!affiliate) throw notFound("Affiliate", affiliate_id, "affiliate_id")
  if (affiliate.status !== "active") throw new InvalidInput("affiliate_id", `the affiliate is ${affiliate.status}`)
  if (!statuses.includes(affiliate.program_status))
    throw new InvalidInput("affiliate_id", `the affiliate's program is ${affiliate.program_status}`)
  if (isSelfReferral(affiliate, person)) throw new InvalidInput("affiliate_id", "affiliates cannot refer themselves")
  return affiliate
}
