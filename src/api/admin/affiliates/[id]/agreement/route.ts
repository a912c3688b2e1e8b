import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../../../workflows/utils/affiliate-module"
import { notFound } from "../../../../../modules/affiliate"

/** The agreement of the affiliate's program and what the affiliate has accepted of it; null when the program has none. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id as string
  const { count } = await affiliateModule(req.scope).affiliates.list({ id: [id] }, { limit: 1, offset: 0 })
  if (count === 0) throw notFound("Affiliate", id)
  res.json({ agreement: await affiliateModule(req.scope).agreements.retrieveOwn(id) })
}
