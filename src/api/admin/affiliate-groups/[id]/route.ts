import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { deleteAffiliateGroupWorkflow, renameAffiliateGroupWorkflow } from "../../../../workflows"
import { groupResponse } from "../group-response"
import type { AdminNameAffiliateGroup } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json(await groupResponse(req, req.params.id as string))
}

export async function POST(req: AuthenticatedMedusaRequest<AdminNameAffiliateGroup>, res: MedusaResponse): Promise<void> {
  const id = req.params.id as string
  await renameAffiliateGroupWorkflow(req.scope).run({ input: { id, name: req.validatedBody.name } })
  res.json(await groupResponse(req, id))
}

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id as string
  await deleteAffiliateGroupWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "affiliate_group", deleted: true })
}
