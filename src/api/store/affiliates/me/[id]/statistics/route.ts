import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { answerStatistics } from "../../../../../utils/respond-with-statistics"
import type { StatisticsParams } from "../../../../../utils/statistics-params"

export async function GET(req: AuthenticatedMedusaRequest<unknown, StatisticsParams>, res: MedusaResponse): Promise<void> {
  res.json(await answerStatistics(req, { affiliate_id: req.params.id as string }, req.validatedQuery))
}
