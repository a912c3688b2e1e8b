import type { MedusaRequest } from "@medusajs/framework/http"

import { notFound } from "../../../modules/affiliate"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

/** One group. @throws MedusaError NOT_FOUND */
export async function groupResponse(req: MedusaRequest, id: string) {
  const { rows } = await affiliateModule(req.scope).affiliates.groups.list({ id: [id] }, { limit: 1, offset: 0 })
  if (!rows[0]) throw notFound("Affiliate group", id)
  return { affiliate_group: rows[0] }
}
