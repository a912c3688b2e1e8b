import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../../workflows/utils/affiliate-module"
import { filtersOf, listResponse, pageOf } from "../../../utils/list-response"
import type { AdminGetIgnoredClicks } from "../validators"

/** How many page views carried nothing to record, by day and reason, newest first. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetIgnoredClicks>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const page = await affiliateModule(req.scope).clicks.listIgnored(filtersOf(validatedQuery), pageOf(validatedQuery))
  res.json(listResponse(req, "ignored_clicks", page))
}
