import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

import type { PendingDiscount } from "../../modules/affiliate/attribution/attribute-cart"
import { forgetCachedLookup } from "../promo-codes/cached-lookups"
import { affiliateModule } from "../utils/affiliate-module"
import { logAndContinue } from "../utils/log-and-continue"

/** The discounts of a cart's codes that Medusa has not applied, because there was nothing to take them off. */
export const listPendingDiscounts = (container: MedusaContainer, cartId: string): Promise<PendingDiscount[]> =>
  logAndContinue(container, "looking for pending discounts", () => affiliateModule(container).attribution.listPendingDiscounts(cartId), [])

const linksOf = (cart_id: string, pending: PendingDiscount[]) =>
  pending.map(({ promotion_id }) => ({ [Modules.CART]: { cart_id }, [Modules.PROMOTION]: { promotion_id } }))

/**
 * Puts pending discounts on the cart, so that Medusa computes them with the change that it is about to make. Medusa keeps only codes that took
 * something off, and forgets those that are typed on an empty cart.
 */
export async function putPendingDiscounts(container: MedusaContainer, cartId: string): Promise<PendingDiscount[]> {
  const pending = await listPendingDiscounts(container, cartId)
  if (pending.length === 0) return []
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const { attribution } = affiliateModule(container)
  const retired = await logAndContinue(container, "looking for former discounts", () => attribution.listRetiredDiscounts(cartId), [])
  if (retired.length > 0) await removePendingDiscounts(container, cartId, retired)
  for (const { code } of pending) await forgetCachedLookup(container, [code])
  await logAndContinue(container, "putting discounts on a cart", () => link.create(linksOf(cartId, pending)), [])
  return pending
}

/** Undoes `putPendingDiscounts`, when Medusa has refused the change. */
export async function removePendingDiscounts(container: MedusaContainer, cartId: string, pending: PendingDiscount[]): Promise<void> {
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  await logAndContinue(container, "taking discounts off a cart", () => link.dismiss(linksOf(cartId, pending)), [])
}
