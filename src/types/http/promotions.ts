import type { AffiliateStatus } from "./affiliates"
import type { AffiliateProgramStatus } from "./programs"

/** The affiliate's promo code behind a Medusa promotion. */
export interface AdminPromotionAffiliate {
  id: string
  code: string
  affiliate: { id: string; code: string; status: AffiliateStatus }
  program: { id: string; name: string; status: AffiliateProgramStatus }
  /** What the program gives the shopper now; null where it gives nothing. */
  customer_discount_percent: string | null
  /** The orders that this code brought the affiliate. */
  order_count: number
}

/** `GET /admin/promotions/:id/affiliate`; null of a promotion that is the merchant's own. */
export interface AdminPromotionAffiliateResponse {
  affiliate_promo_code: AdminPromotionAffiliate | null
}
