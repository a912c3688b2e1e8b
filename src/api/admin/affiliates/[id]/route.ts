import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { updateAffiliateWorkflow } from "../../../../workflows"
import { answerAffiliate } from "../respond-with-affiliate"
import type { AdminUpdateAffiliate } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json(await answerAffiliate(req, req.params.id as string))
}

export async function POST(req: AuthenticatedMedusaRequest<AdminUpdateAffiliate>, res: MedusaResponse): Promise<void> {
  const id = req.params.id as string
  await updateAffiliateWorkflow(req.scope).run({ input: { id, ...req.validatedBody } })
  res.json(await answerAffiliate(req, id))
}
