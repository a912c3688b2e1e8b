import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { filtersOf, listResponse, pageOf } from "../../../../../utils/list-response"
import type { StoreGetCommissions } from "../../../validators"
import { affiliateModule } from "../../../../../../workflows/utils/affiliate-module"

export async function GET(req: AuthenticatedMedusaRequest<unknown, StoreGetCommissions>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const filters = { ...filtersOf(validatedQuery), affiliate_id: [req.params.id as string] }
  const page = await affiliateModule(req.scope).commissions.list(filters, pageOf(validatedQuery))
  res.json(listResponse(req, "commissions", page))
}
