import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../../workflows/utils/affiliate-module"
import { withMedusaErrors } from "../../../../workflows/utils/to-medusa-error"
import type { AdminGetStatisticsOverview } from "../validators"

/** The totals of just the requested days, of the range before, and the series of the days. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetStatisticsOverview>, res: MedusaResponse): Promise<void> {
  const { program_id, affiliate_id, currency_code, ...query } = req.validatedQuery
  const filters = { program_id, affiliate_id, currency_code }
  const found = await withMedusaErrors(() => affiliateModule(req.scope).statistics.retrieveOverview(filters, query))
  const { starts_at: from, ends_at: to, interval, timezone, ...overview } = found
  res.json({ overview, from, to, interval, timezone })
}
