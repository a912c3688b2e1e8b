import type { MedusaRequest } from "@medusajs/framework/http"

import { selected } from "../../utils/list-response"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"
import { notFound } from "../../../modules/affiliate"

/** One program with the number of its affiliates, and the promo codes that give no discount. @throws MedusaError NOT_FOUND */
export async function programResponse(req: MedusaRequest, id: string) {
  const affiliate = affiliateModule(req.scope)
  const { rows } = await affiliate.programs.list({ id: [id] }, { limit: 1, offset: 0 })
  if (!rows[0]) throw notFound("Affiliate program", id)
  const counts = await affiliate.programs.countAffiliates([id])
  const taken_promo_codes = await affiliate.promoCodes.listTaken(id)
  return { affiliate_program: selected(req, { ...rows[0], affiliate_count: counts.get(id) ?? 0, taken_promo_codes }) }
}
