import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { settlePayoutsWorkflow } from "../../../../../workflows"
import { payoutResponse } from "../../payout-response"
import type { AdminSettlePayout } from "../../validators"

/** The money has arrived. The same again is answered the same way. */
export async function POST(req: AuthenticatedMedusaRequest<AdminSettlePayout>, res: MedusaResponse): Promise<void> {
  const id = req.params.id as string
  await settlePayoutsWorkflow(req.scope).run({
    input: { ids: [id], reference: req.validatedBody.reference ?? null, ended_by: req.auth_context.actor_id },
  })
  res.json(await payoutResponse(req, id))
}
