import type { MedusaRequest } from "@medusajs/framework/http"

import { notFound } from "../../../modules/affiliate"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

/** One invitation. @throws MedusaError NOT_FOUND */
export async function invitationResponse(req: MedusaRequest, id: string) {
  const { rows } = await affiliateModule(req.scope).invitations.list({ id: [id] }, { limit: 1, offset: 0 })
  if (!rows[0]) throw notFound("Affiliate invitation", id)
  return { affiliate_invitation: rows[0] }
}
