import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../../workflows/utils/affiliate-module"
import { withMedusaErrors } from "../../../../workflows/utils/to-medusa-error"
import type { AdminGetStatisticsTops } from "../validators"

/** The affiliates, pages and referrers that brought most in just the requested days. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetStatisticsTops>, res: MedusaResponse): Promise<void> {
  const { program_id, currency_code, limit, ...query } = req.validatedQuery
  const found = await withMedusaErrors(() => affiliateModule(req.scope).statistics.listTops({ program_id, currency_code }, query, limit))
  const { starts_at: from, ends_at: to, timezone, affiliates, pages, referrers } = found
  res.json({ tops: { affiliates, pages, referrers }, from, to, timezone })
}
