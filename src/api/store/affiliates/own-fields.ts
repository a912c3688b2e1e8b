import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/**
 * Drops the fields that other plugins allow. `allowFields` on all of `/store`, which Medusa's loyalty plugin sets for its gift cards, would
 * make Medusa refuse every other field of our lists, and every order.
 */
export function ownFields(req: MedusaRequest & { allowed?: string[] }, _res: MedusaResponse, next: MedusaNextFunction): void {
  req.allowed = []
  next()
}
