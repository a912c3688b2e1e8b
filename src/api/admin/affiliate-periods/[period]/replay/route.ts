import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { withMedusaErrors } from "../../../../../workflows/utils/to-medusa-error"
import { requestedPeriod, requestedProgramId } from "../../requested-period"
import type { AdminReplayPeriod } from "../../validators"
import { affiliateModule } from "../../../../../workflows/utils/affiliate-module"
import { notFound } from "../../../../../modules/affiliate"

/** What a month would have paid under other settings. Nothing is written. */
export async function POST(req: AuthenticatedMedusaRequest<AdminReplayPeriod>, res: MedusaResponse): Promise<void> {
  const period = await requestedPeriod(req)
  const program_id = await requestedProgramId(req, req.validatedBody.program_id)
  const replay = await withMedusaErrors(() => affiliateModule(req.scope).periods.replay({ ...req.validatedBody, program_id, period }))
  if (!replay) throw notFound("Affiliate program", program_id)
  res.json({ affiliate_replay: replay })
}
