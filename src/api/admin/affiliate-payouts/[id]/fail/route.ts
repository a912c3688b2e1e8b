import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { endPayoutWorkflow } from "../../../../../workflows"
import { payoutResponse } from "../../payout-response"
import type { AdminFailPayout } from "../../validators"

/** The transfer came back: the money is available again. The same again is answered the same way. */
export async function POST(req: AuthenticatedMedusaRequest<AdminFailPayout>, res: MedusaResponse): Promise<void> {
  const id = req.params.id as string
  await endPayoutWorkflow(req.scope).run({
    input: { id, status: "failed", reason: req.validatedBody.reason, ended_by: req.auth_context.actor_id },
  })
  res.json(await payoutResponse(req, id))
}
