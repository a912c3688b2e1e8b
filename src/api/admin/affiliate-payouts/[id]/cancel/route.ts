import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { endPayoutWorkflow } from "../../../../../workflows"
import { withConflictCode } from "../../../../utils/with-conflict-code"
import { payoutResponse } from "../../payout-response"
import type { AdminCancelPayout } from "../../validators"

/**
 * The transfer is not made: the money is available again. The same again is answered the same way. 409 where the payout stands in a payment
 * file and `confirm_exported` does not say that it is canceled all the same.
 */
export async function POST(req: AuthenticatedMedusaRequest<AdminCancelPayout>, res: MedusaResponse): Promise<void> {
  const id = req.params.id as string
  const input = { id, status: "canceled", ...req.validatedBody, ended_by: req.auth_context.actor_id } as const
  await withConflictCode(res, () => endPayoutWorkflow(req.scope).run({ input }))
  res.json(await payoutResponse(req, id))
}
