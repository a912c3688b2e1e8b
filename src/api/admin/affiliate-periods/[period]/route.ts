import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { selected } from "../../../utils/list-response"
import { requestedPeriod, requestedProgramId } from "../requested-period"
import type { AdminGetPeriod } from "../validators"
import { affiliateModule } from "../../../../workflows/utils/affiliate-module"
import { withMedusaErrors } from "../../../../workflows/utils/to-medusa-error"
import { notFound } from "../../../../modules/affiliate"

/** One month, figure by figure: what the close wrote, or would write now. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetPeriod>, res: MedusaResponse): Promise<void> {
  const period = await requestedPeriod(req)
  const { program_id, fields: _, ...page } = req.validatedQuery
  const programId = await requestedProgramId(req, program_id)
  const detail = await withMedusaErrors(() => affiliateModule(req.scope).periods.retrieve(programId, period, page))
  if (!detail) throw notFound("Affiliate program", programId)
  res.json({ affiliate_period: selected(req, detail) })
}
