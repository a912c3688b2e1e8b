import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { listResponse, pageOf } from "../../../../../utils/list-response"
import type { StoreGetReferrals } from "../../../validators"
import { affiliateModule } from "../../../../../../workflows/utils/affiliate-module"

/** The affiliate's referrals: when they registered and what they spent, but of their names only a part. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, StoreGetReferrals>, res: MedusaResponse): Promise<void> {
  const page = await affiliateModule(req.scope).referrals.listOwn(req.params.id as string, pageOf(req.validatedQuery))
  res.json(listResponse(req, "referrals", page))
}
