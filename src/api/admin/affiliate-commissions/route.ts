import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../utils/affiliate-module"
import { filtersOf, listAnswer, pageOf } from "../../utils/respond"
import type { AdminGetCommissions } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetCommissions>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const page = await affiliateModule(req).readCommissions(filtersOf(validatedQuery), pageOf(validatedQuery))
  res.json(listAnswer(req, "commissions", page))
}
