import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { putPendingDiscounts, removePendingDiscounts } from "../../../workflows/attribution/pending-discounts"
import { onRefused } from "../on-response"

/** Applies the discounts of affiliates' codes with the items that they were waiting for. */
export async function applyPendingDiscounts(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const cartId = req.params.id as string
  const pending = await putPendingDiscounts(req.scope, cartId)
  if (pending.length > 0) onRefused(res, () => removePendingDiscounts(req.scope, cartId, pending))
  next()
}
