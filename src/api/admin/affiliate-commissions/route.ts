import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { filtersOf, listResponse, pageOf } from "../../utils/list-response"
import type { AdminGetCommissions } from "./validators"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetCommissions>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const page = await affiliateModule(req.scope).commissions.list(filtersOf(validatedQuery), pageOf(validatedQuery))
  res.json(listResponse(req, "affiliate_commissions", page))
}
