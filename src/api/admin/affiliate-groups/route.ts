import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { createAffiliateGroupWorkflow } from "../../../workflows"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"
import { filtersOf, listResponse, pageOf } from "../../utils/list-response"
import { groupResponse } from "./group-response"
import type { AdminGetAffiliateGroups, AdminNameAffiliateGroup } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetAffiliateGroups>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const page = await affiliateModule(req.scope).affiliates.groups.list(filtersOf(validatedQuery), pageOf(validatedQuery))
  res.json(listResponse(req, "affiliate_groups", page))
}

export async function POST(req: AuthenticatedMedusaRequest<AdminNameAffiliateGroup>, res: MedusaResponse): Promise<void> {
  const { result } = await createAffiliateGroupWorkflow(req.scope).run({
    input: { name: req.validatedBody.name, created_by: req.auth_context.actor_id },
  })
  res.json(await groupResponse(req, result.id))
}
