import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../../../utils/affiliate-module"
import { filtersOf, listAnswer, pageOf } from "../../../../../utils/respond"
import type { StoreGetCommissions } from "../../../validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, StoreGetCommissions>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const filters = { ...filtersOf(validatedQuery), affiliate_id: [req.params.id as string] }
  const page = await affiliateModule(req).readCommissions(filters, pageOf(validatedQuery))
  res.json(listAnswer(req, "commissions", page))
}
