import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { filtersOf, listResponse, pageOf } from "../../utils/list-response"
import type { AdminGetPeriods } from "./validators"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

/** Newest first; every program's current month is there, also while nothing has been recorded in it. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetPeriods>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const page = await affiliateModule(req.scope).periods.list(filtersOf(validatedQuery), pageOf(validatedQuery))
  res.json(listResponse(req, "affiliate_periods", page))
}
