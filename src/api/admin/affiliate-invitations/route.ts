import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { inviteAffiliatesWorkflow } from "../../../workflows"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"
import { filtersOf, listResponse, pageOf } from "../../utils/list-response"
import { publicUrl } from "../../utils/public-url"
import type { AdminGetInvitations, AdminInviteAffiliates } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetInvitations>, res: MedusaResponse): Promise<void> {
  const { validatedQuery } = req
  const page = await affiliateModule(req.scope).invitations.list(filtersOf(validatedQuery), pageOf(validatedQuery))
  res.json(listResponse(req, "affiliate_invitations", page))
}

/** Invites people, and answers what became of each line, with the links: they are told only here. */
export async function POST(req: AuthenticatedMedusaRequest<AdminInviteAffiliates>, res: MedusaResponse): Promise<void> {
  const { result } = await inviteAffiliatesWorkflow(req.scope).run({
    input: { ...req.validatedBody, created_by: req.auth_context.actor_id, backend_url: publicUrl(req) },
  })
  res.set("cache-control", "no-store").json({ results: result })
}
