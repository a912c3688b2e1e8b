import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../workflows/utils/affiliate-module"
import { filtersOf, listResponse, pageOf } from "../../utils/list-response"
import type { AdminGetClicks } from "./validators"

/** Clicks, newest first, each with what became of it. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetClicks>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const page = await affiliateModule(req.scope).clicks.list(filtersOf(validatedQuery), pageOf(validatedQuery))
  res.json(listResponse(req, "affiliate_clicks", page))
}
