import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { sendPayoutsWorkflow } from "../../../../../workflows"
import { payoutResponse } from "../../payout-response"

/** Asks the payout's provider what became of it. A payout that has ended, or that a person pays, stays as it is. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id as string
  await payoutResponse(req, id)
  await sendPayoutsWorkflow(req.scope).run({ input: { ids: [id] } })
  res.json(await payoutResponse(req, id))
}
