import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../../../../workflows/utils/affiliate-module"

/** What the affiliate's orders earn now: the rules that can match them, by their public names, and how far they are from the next tier. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { rules, periods } = affiliateModule(req.scope)
  const id = req.params.id as string
  res.json({ terms: { ...(await rules.retrieveOwnTerms(id)), tier_progress: await periods.listTierProgress(id) } })
}
