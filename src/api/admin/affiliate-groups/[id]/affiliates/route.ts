import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { changeAffiliateGroupMembersWorkflow } from "../../../../../workflows"
import { groupResponse } from "../../group-response"
import type { AdminChangeGroupMembers } from "../../validators"

/** Adds affiliates and removes others; those who are in it already, or are not in it, stay as they are. */
export async function POST(req: AuthenticatedMedusaRequest<AdminChangeGroupMembers>, res: MedusaResponse): Promise<void> {
  const group_id = req.params.id as string
  await changeAffiliateGroupMembersWorkflow(req.scope).run({ input: { group_id, ...req.validatedBody } })
  res.json(await groupResponse(req, group_id))
}
