import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { affiliateModule } from "../../utils/affiliate-module"
import { selected } from "../../utils/respond"

/** One program with the number of its affiliates. @throws MedusaError NOT_FOUND */
export async function answerProgram(req: MedusaRequest, id: string) {
  const affiliate = affiliateModule(req)
  const { rows } = await affiliate.readPrograms({ id: [id] }, { limit: 1, offset: 0 })
  if (!rows[0]) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Affiliate program with id: ${id} was not found`)
  const counts = await affiliate.countAffiliates([id])
  return { affiliate_program: selected(req, { ...rows[0], affiliate_count: counts.get(id) ?? 0 }) }
}
