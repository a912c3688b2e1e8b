import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../../../workflows/utils/affiliate-module"

/** Status and rate of an affiliate through time, the newest first. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ history: await affiliateModule(req.scope).affiliates.listVersions(req.params.id as string) })
}
