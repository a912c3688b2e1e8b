import { isClickExpired, type Decision, type Evidence, type OrderFacts } from "./attribution"

/**
 * The click whose affiliate's discount a cart gets although nobody typed their code: that affiliate gets the order, and it is the shopper's
 * first. A typed code is stronger. A shopper who registered by the link is a referral by now, and has the discount all the same.
 */
export function discountedClick(order: OrderFacts, { chosen, evaluated }: Decision): Evidence | null {
  if (!chosen || chosen.type === "promo_code" || order.has_earlier_order) return null
  const counts = ({ evidence, reason }: Decision["evaluated"][number]): boolean =>
    evidence.type === "click" &&
    evidence.affiliate.id === chosen.affiliate.id &&
    (reason === null || reason === "already_referred") &&
    !isClickExpired(evidence, order.placed_at)
  return evaluated.find(counts)?.evidence ?? null
}
