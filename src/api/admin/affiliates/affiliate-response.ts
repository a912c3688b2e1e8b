import type { MedusaRequest } from "@medusajs/framework/http"

import { selected } from "../../utils/list-response"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"
import { notFound } from "../../../modules/affiliate"

/** One affiliate with their balances. @throws MedusaError NOT_FOUND */
export async function affiliateResponse(req: MedusaRequest, id: string) {
  const affiliate = affiliateModule(req.scope)
  const { rows } = await affiliate.affiliates.list({ id: [id] }, { limit: 1, offset: 0 })
  if (!rows[0]) throw notFound("Affiliate", id)
  const balances = await affiliate.ledger.listBalances([id])
  return { affiliate: selected(req, { ...rows[0], balances: balances.get(id) ?? [] }) }
}
