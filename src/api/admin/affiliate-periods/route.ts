import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../utils/affiliate-module"
import { filtersOf, listAnswer, pageOf } from "../../utils/respond"
import type { AdminGetPeriods } from "./validators"

/** Newest first; every program's current month is there, also while nothing has been recorded in it. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetPeriods>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const page = await affiliateModule(req).readPeriods(filtersOf(validatedQuery), new Date(), pageOf(validatedQuery))
  res.json(listAnswer(req, "affiliate_periods", page))
}
