import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../../../utils/affiliate-module"
import { listAnswer, pageOf } from "../../../../../utils/respond"
import type { StoreGetReferrals } from "../../../validators"

/** The affiliate's referrals: when they registered and what they spent, but of their names only a part. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, StoreGetReferrals>, res: MedusaResponse): Promise<void> {
  const page = await affiliateModule(req).readOwnReferrals(req.params.id as string, pageOf(req.validatedQuery))
  res.json(listAnswer(req, "referrals", page))
}
