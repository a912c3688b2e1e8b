import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { refreshLinkDiscount } from "../../../workflows/attribution/link-discount"
import { putPendingDiscounts, removePendingDiscounts } from "../../../workflows/attribution/pending-discounts"
import { onRefused } from "../on-response"

/** Applies the discounts of affiliates' codes with the items that they were waiting for. */
export async function applyPendingDiscounts(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const cartId = req.params.id as string
  const pending = await putPendingDiscounts(req.scope, cartId)
  if (pending.length > 0) onRefused(res, () => removePendingDiscounts(req.scope, cartId, pending))
  next()
}

/**
 * A discount that a link gave, and that no longer holds when the cart is completed, is gone at the next attempt: the shopper, who typed no
 * code, would not know what to remove.
 */
export function dropLostLinkDiscount(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const cartId = req.params.id as string
  onRefused(res, () => refreshLinkDiscount(req.scope, cartId))
  next()
}
