import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import { affiliateModule } from "../../../../utils/affiliate-module"

/** More changes than an order ever has; a list of a hundred would hide some. */
const ALL = { limit: 10_000, offset: 0, order: "sequence" }

/** Explains any order: which codes, ties and clicks touched it, which rule decided, which rate, and what it earns. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const orderId = req.params.id as string
  const affiliate = affiliateModule(req)
  const explanation = await affiliate.explainOrder(orderId)
  if (!explanation) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Order with id: ${orderId} was not found`)
  const { rows: commissions } = await affiliate.readCommissions({ order_id: [orderId] }, ALL)
  res.json({ ...explanation, commissions })
}
