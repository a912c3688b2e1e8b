import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { enrollAffiliatesWorkflow } from "../../../workflows"
import { filtersOf, listResponse, pageOf } from "../../utils/list-response"
import { affiliateResponse } from "./affiliate-response"
import type { AdminCreateAffiliate, AdminGetAffiliates } from "./validators"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetAffiliates>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const page = await affiliateModule(req.scope).affiliates.list(filtersOf(validatedQuery), pageOf(validatedQuery))
  res.json(listResponse(req, "affiliates", page))
}

/** Enrolls a customer, of any group; the same customer again is the same affiliate. */
export async function POST(req: AuthenticatedMedusaRequest<AdminCreateAffiliate>, res: MedusaResponse): Promise<void> {
  const { program_id, customer_id } = req.validatedBody
  const { result } = await enrollAffiliatesWorkflow(req.scope).run({
    input: { program_id, customer_ids: [customer_id], origin: "admin" },
  })
  res.json(await affiliateResponse(req, result[0]?.affiliate_id ?? ""))
}
