import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../../../workflows/utils/affiliate-module"
import { notFound } from "../../../../../modules/affiliate/database/not-found"

/** What an affiliate is asked to agree to, and to what he has agreed; null when his program has no agreement. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id as string
  const { count } = await affiliateModule(req.scope).affiliates.list({ id: [id] }, { limit: 1, offset: 0 })
  if (count === 0) throw notFound("Affiliate", id)
  res.json({ agreement: await affiliateModule(req.scope).agreements.retrieveOwn(id) })
}
