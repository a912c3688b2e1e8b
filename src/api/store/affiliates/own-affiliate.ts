import type { AuthenticatedMedusaRequest, MedusaNextFunction, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../workflows/utils/affiliate-module"
import { notFound } from "../../../modules/affiliate"

/** Lets customers reach only their own affiliates. The id of another customer's affiliate is 404, as one that does not exist. */
export async function ownAffiliate(req: AuthenticatedMedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const id = req.params.id as string
  const { count } = await affiliateModule(req.scope).affiliates.list(
    { id: [id], customer_id: [req.auth_context.actor_id] },
    { limit: 1, offset: 0 }
  )
  next(count === 1 ? undefined : notFound("Affiliate", id))
}
