import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { notFound } from "../../../../modules/affiliate"
import { affiliateModule } from "../../../../workflows/utils/affiliate-module"
import { selected } from "../../../utils/list-response"

/** One round of payouts: amounts by method and currency, and what each file holds and leaves out. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id as string
  const run = await affiliateModule(req.scope).payouts.retrieveRun(id)
  if (!run) throw notFound("Affiliate pay run", id)
  res.json({ affiliate_pay_run: selected(req, run) })
}
