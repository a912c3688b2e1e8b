import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { choosePayoutMethodWorkflow } from "../../../../../workflows"
import { payoutMethodResponse, type ChoosePayoutMethod } from "../../../../utils/payout-method-response"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json(await payoutMethodResponse(req, req.params.id as string))
}

export async function POST(req: AuthenticatedMedusaRequest<ChoosePayoutMethod>, res: MedusaResponse): Promise<void> {
  const affiliate_id = req.params.id as string
  const { method, details = {} } = req.validatedBody
  await choosePayoutMethodWorkflow(req.scope).run({ input: { affiliate_id, method, details, created_by: req.auth_context.actor_id } })
  res.json(await payoutMethodResponse(req, affiliate_id))
}
