import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { affiliateModule } from "../../../workflows/utils/affiliate-module"

/** 404 for an id that never was an affiliate's. A deleted affiliate keeps statements, because the ledger keeps the entries. */
export async function requireKnownAffiliate(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  await affiliateModule(req.scope).statements.retrieveHead(req.params.id as string)
  next()
}
