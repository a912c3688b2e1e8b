import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../../../../workflows/utils/affiliate-module"

/** What the affiliate's orders earn now: the rules that can match them, by their public names. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ terms: await affiliateModule(req.scope).rules.retrieveOwnTerms(req.params.id as string) })
}
