import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../../workflows/utils/affiliate-module"
import { filtersOf, listResponse, pageOf } from "../../../utils/list-response"
import type { AdminGetClickGroups } from "../validators"

/** The list's clicks, counted by page, referrer, affiliate, `sub` or day. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetClickGroups>, res: MedusaResponse): Promise<void> {
  const { by, ...query } = req.validatedQuery
  const page = await affiliateModule(req.scope).clicks.group(by, filtersOf(query), pageOf(query))
  res.json(listResponse(req, "groups", page))
}
