import type { MedusaRequest } from "@medusajs/framework/http"

import { withMedusaErrors } from "../../workflows/utils/to-medusa-error"
import type { StatisticsParams } from "./statistics-params"
import { affiliateModule } from "../../workflows/utils/affiliate-module"

interface Scope {
  program_id?: string
  affiliate_id?: string
}

/** Figures by bucket under the route's key, every bucket of the range, and the time zone they are cut in. */
export async function statisticsResponse(
  req: MedusaRequest,
  key: "affiliate_statistics" | "statistics",
  scope: Scope,
  { currency_code, ...query }: StatisticsParams
) {
  const { buckets, ...range } = await withMedusaErrors(() => affiliateModule(req.scope).statistics.list({ ...scope, currency_code }, query))
  return { [key]: buckets, from: range.starts_at, to: range.ends_at, interval: range.interval, timezone: range.timezone }
}
