import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { filtersOf, listResponse, pageOf } from "../../utils/list-response"
import type { AdminGetReferrals } from "./validators"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetReferrals>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const page = await affiliateModule(req.scope).referrals.list(filtersOf(validatedQuery), pageOf(validatedQuery))
  res.json(listResponse(req, "affiliate_referrals", page))
}
