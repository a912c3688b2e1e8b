import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../../../../workflows/utils/affiliate-module"
import { filtersOf, listResponse, pageOf } from "../../../../../utils/list-response"
import type { StoreGetClicks } from "../../../validators"

/** The affiliate's clicks, only ever counted: by day, page or `sub`. No single visit, and no person. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, StoreGetClicks>, res: MedusaResponse): Promise<void> {
  const { by, ...query } = req.validatedQuery
  const filters = { ...filtersOf(query), affiliate_id: [req.params.id as string] }
  const { rows, count } = await affiliateModule(req.scope).clicks.group(by, filters, pageOf(query))
  res.json(listResponse(req, "clicks", { rows: rows.map(({ affiliate_code: _, ...row }) => row), count }))
}
