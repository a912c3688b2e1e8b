import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../workflows/utils/affiliate-module"
import { filtersOf, listResponse, pageOf } from "../../utils/list-response"
import type { AdminGetPayRuns } from "./validators"

/** Newest first. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetPayRuns>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const page = await affiliateModule(req.scope).payouts.listRuns(filtersOf(validatedQuery), pageOf(validatedQuery))
  res.json(listResponse(req, "affiliate_pay_runs", page))
}
