import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../utils/affiliate-module"
import { filtersOf, listAnswer, pageOf } from "../../utils/respond"
import type { AdminGetReferrals } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetReferrals>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const page = await affiliateModule(req).readReferrals(filtersOf(validatedQuery), pageOf(validatedQuery))
  res.json(listAnswer(req, "referrals", page))
}
