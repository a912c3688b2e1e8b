import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { enrollAffiliatesWorkflow } from "../../../workflows"
import { filtersOf, listResponse, pageOf } from "../../utils/list-response"
import { figureRangeOf } from "./figure-range"
import { affiliateResponse } from "./affiliate-response"
import type { AdminCreateAffiliate, AdminGetAffiliates } from "./validators"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetAffiliates>, res: MedusaResponse): Promise<void> {
  const { from, to, currency_code, ...query } = req.validatedQuery
  const { affiliates } = affiliateModule(req.scope)
  const range = figureRangeOf({ ...query, from, to, currency_code })
  const filters = filtersOf(query)
  const page = pageOf(query)
  res.json(
    listResponse(req, "affiliates", await (range ? affiliates.listWithFigures(filters, page, range) : affiliates.list(filters, page)))
  )
}

/** Enrolls a customer, of any group. A customer who is an affiliate already stays what they are, and `is_new` says so. */
export async function POST(req: AuthenticatedMedusaRequest<AdminCreateAffiliate>, res: MedusaResponse): Promise<void> {
  const { program_id, customer_id } = req.validatedBody
  const { result } = await enrollAffiliatesWorkflow(req.scope).run({
    input: { program_id, customer_ids: [customer_id], origin: "admin" },
  })
  const [enrolled] = result
  res.json({ ...(await affiliateResponse(req, enrolled?.affiliate_id ?? "")), is_new: enrolled?.is_new ?? false })
}
