import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../workflows/utils/affiliate-module"

/** What of the setup is done, up to the first commission. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ affiliate_setup: await affiliateModule(req.scope).statistics.retrieveSetup() })
}
