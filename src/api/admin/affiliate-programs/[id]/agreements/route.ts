import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { filtersOf, listResponse, pageOf } from "../../../../utils/list-response"
import type { AdminGetAgreements } from "../../validators"
import { affiliateModule } from "../../../../../workflows/utils/affiliate-module"
import { notFound } from "../../../../../modules/affiliate"

/** The versions of the program's agreement, newest first. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetAgreements>, res: MedusaResponse): Promise<void> {
  const id = req.params.id as string
  const { count } = await affiliateModule(req.scope).programs.list({ id: [id] }, { limit: 1, offset: 0 })
  if (count === 0) throw notFound("Affiliate program", id)
  const page = await affiliateModule(req.scope).agreements.list(id, pageOf(req.validatedQuery), filtersOf(req.validatedQuery))
  res.json(listResponse(req, "agreements", page))
}
