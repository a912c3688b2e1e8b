import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { updateAffiliateWorkflow } from "../../../../workflows"
import { affiliateResponse } from "../affiliate-response"
import type { AdminUpdateAffiliate } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json(await affiliateResponse(req, req.params.id as string))
}

export async function POST(req: AuthenticatedMedusaRequest<AdminUpdateAffiliate>, res: MedusaResponse): Promise<void> {
  const id = req.params.id as string
  await updateAffiliateWorkflow(req.scope).run({ input: { id, ...req.validatedBody } })
  res.json(await affiliateResponse(req, id))
}
