import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../workflows/utils/affiliate-module"

/** The invariants, each ok or with its exceptions. Reads the whole database: for people, not for a monitor that calls it every minute. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json(await affiliateModule(req.scope).doctor.run())
}
