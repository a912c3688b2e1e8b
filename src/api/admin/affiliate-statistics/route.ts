import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { statisticsResponse } from "../../utils/statistics-response"
import type { AdminGetStatistics } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetStatistics>, res: MedusaResponse): Promise<void> {
  const { program_id, affiliate_id, ...query } = req.validatedQuery
  res.json(await statisticsResponse(req, "affiliate_statistics", { program_id, affiliate_id }, query))
}
