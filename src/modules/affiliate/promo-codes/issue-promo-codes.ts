import { randomBytes } from "node:crypto"

import { generateEntityId, MedusaError } from "@medusajs/framework/utils"

import { renderPromoCode } from "../../../domain/promo-codes/promo-code-template"
import { randomCode } from "../../../domain/text/random-code"
import { rows, type Sql } from "../database/connection"

interface Codeless {
  affiliate_id: string
  number: number
  code: string
  template: string
}

interface Candidate {
  id: string
  affiliate_id: string
  template: string
  code: string
}

/** Affiliates who got a code before the template changed keep it and get no other. */
const CODELESS = `
  SELECT affiliate.id AS affiliate_id, affiliate.number, affiliate.code, program.promo_code_template AS template
  FROM affiliate JOIN affiliate_program program ON program.id = affiliate.program_id
  WHERE affiliate.program_id = :program_id AND affiliate.status = 'active' AND affiliate.deleted_at IS NULL
    AND program.promo_code_template IS NOT NULL AND (:affiliate_ids::text[] IS NULL OR affiliate.id = ANY(:affiliate_ids))
    AND NOT EXISTS (SELECT 1 FROM affiliate_promo_code promo_code
                    WHERE promo_code.affiliate_id = affiliate.id AND promo_code.deleted_at IS NULL)
  ORDER BY affiliate.number`

/** A code that differs from one of the merchant's promotions in letter case only would be used instead of it, so it counts as taken. */
const ISSUE = `
  INSERT INTO affiliate_promo_code (id, code, template, affiliate_id)
  SELECT given.id, given.code, given.template, given.affiliate_id
  FROM json_to_recordset(:candidates::json) AS given(id text, code text, template text, affiliate_id text)
  WHERE NOT EXISTS (SELECT 1 FROM promotion taken WHERE upper(taken.code) = given.code AND taken.deleted_at IS NULL)
  ON CONFLICT DO NOTHING RETURNING id, affiliate_id`

const ATTEMPTS = 50

/**
 * Gives every active affiliate of a program without a promo code one from its template, or only the given affiliates. A code that is taken is
 * tried again with other random characters, or with -2, -3 … at its end. Runs inside the caller's transaction.
 *
 * @returns the ids of the new promo codes.
 */
export async function issuePromoCodes(sql: Sql, program_id: string, affiliate_ids?: string[]): Promise<string[]> {
  const issued: string[] = []
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const codeless = await rows<Codeless>(sql, CODELESS, { program_id, affiliate_ids: affiliate_ids ?? null })
    if (codeless.length === 0) return issued
    const candidates = codeless.map((affiliate) => candidate(affiliate, attempt))
    const inserted = await rows<{ id: string }>(sql, ISSUE, { candidates: JSON.stringify(candidates) })
    issued.push(...inserted.map(({ id }) => id))
  }
  throw new MedusaError(MedusaError.Types.CONFLICT, "Found no free promo code for an affiliate")
}

function candidate({ affiliate_id, number, code, template }: Codeless, attempt: number): Candidate {
  const rendered = renderPromoCode(template, { number, code, random: randomCode(randomBytes(5)) })
  const isRandom = template.includes("@RANDOM@")
  const suffix = attempt > 1 && !isRandom ? `-${attempt}` : ""
  return { id: generateEntityId(undefined, "affpromo"), affiliate_id, template, code: rendered + suffix }
}

/** Deletes codes that were issued a moment ago. */
export async function removePromoCodes(sql: Sql, ids: string[]): Promise<void> {
  await sql("affiliate_promo_code").whereIn("id", ids).delete()
}
