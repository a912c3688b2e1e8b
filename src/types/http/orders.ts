import type { OrderExplanation } from "../../domain/orders/explanation/order-explanation"
import type { Serialized } from "../serialized"

/** `GET`, `POST /admin/orders/:id/affiliate`: why an order earned for somebody, or for nobody, and what became of it. */
export type AdminOrderAffiliateResponse = Serialized<OrderExplanation>

/** A click, promo code or referral that touched the order. */
export type AdminOrderAffiliateEvidence = AdminOrderAffiliateResponse["evidence"][number]

/** Who had the order for a time, and who changed that. */
export type AdminOrderAffiliateDecision = AdminOrderAffiliateResponse["decisions"][number]

/** A commission with what caused it and what its month's close made of it. */
export type AdminOrderAffiliateCommission = AdminOrderAffiliateResponse["commissions"][number]

/** `POST /admin/orders/:id/affiliate` */
export interface AdminReassignOrder {
  /** Null: the order earns for nobody. */
  affiliate_id: string | null
  reason: string
}
