import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { affiliateModule } from "../../utils/affiliate-module"
import { selected } from "../../utils/respond"

/** One affiliate with his balances. @throws MedusaError NOT_FOUND */
export async function answerAffiliate(req: MedusaRequest, id: string) {
  const affiliate = affiliateModule(req)
  const { rows } = await affiliate.readAffiliates({ id: [id] }, { limit: 1, offset: 0 })
  if (!rows[0]) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Affiliate with id: ${id} was not found`)
  const balances = await affiliate.readBalances([id], new Date())
  return { affiliate: selected(req, { ...rows[0], balances: balances.get(id) ?? [] }) }
}
