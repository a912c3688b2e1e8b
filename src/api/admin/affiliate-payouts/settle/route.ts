import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { settlePayoutsWorkflow } from "../../../../workflows"
import type { AdminSettlePayouts } from "../validators"
import { affiliateModule } from "../../../../workflows/utils/affiliate-module"

/** The money of all these payouts has arrived. The same again is answered the same way. */
export async function POST(req: AuthenticatedMedusaRequest<AdminSettlePayouts>, res: MedusaResponse): Promise<void> {
  const { ids, reference = null } = req.validatedBody
  const { result } = await settlePayoutsWorkflow(req.scope).run({
    input: { ids, reference, ended_by: req.auth_context.actor_id },
  })
  const { rows } = await affiliateModule(req.scope).payouts.list(
    { id: result.ids },
    { limit: result.ids.length, offset: 0, order: "number" }
  )
  res.json({ affiliate_payouts: rows })
}
