import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { filtersOf, listResponse, pageOf } from "../../../../../utils/list-response"
import type { StoreGetReferrals } from "../../../validators"
import { affiliateModule } from "../../../../../../workflows/utils/affiliate-module"

/** The affiliate's referrals: when they registered and what they spent, but of their names only a part. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, StoreGetReferrals>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const id = req.params.id as string
  const page = await affiliateModule(req.scope).referrals.listOwn(id, pageOf(validatedQuery), filtersOf(validatedQuery))
  res.json(listResponse(req, "referrals", page))
}
