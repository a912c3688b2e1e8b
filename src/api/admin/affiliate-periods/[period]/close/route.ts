import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { closePeriodsWorkflow } from "../../../../../workflows"
import { requestedPeriod } from "../../requested-period"
import type { AdminClosePeriod } from "../../validators"

/** Closes a month, of every program unless one is named. A month that is closed already is answered the same way, and nothing is written. */
export async function POST(req: AuthenticatedMedusaRequest<AdminClosePeriod>, res: MedusaResponse): Promise<void> {
  const period = await requestedPeriod(req)
  const { result } = await closePeriodsWorkflow(req.scope).run({
    input: { ...req.validatedBody, period, closed_by: req.auth_context.actor_id },
  })
  res.json({ affiliate_periods: result })
}
