import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { statisticsResponse } from "../../../../../utils/statistics-response"
import type { StatisticsParams } from "../../../../../utils/statistics-params"

export async function GET(req: AuthenticatedMedusaRequest<unknown, StatisticsParams>, res: MedusaResponse): Promise<void> {
  res.json(await statisticsResponse(req, "statistics", { affiliate_id: req.params.id as string }, req.validatedQuery))
}
