import { defineLink } from "@medusajs/framework/utils"
import PromotionModule from "@medusajs/medusa/promotion"

import AffiliateModule from "../modules/affiliate"

/** The Medusa promotion that takes a promo code's discount off. Read-only, on the promo code's own column. */
export default defineLink(
  { linkable: AffiliateModule.linkable.affiliatePromoCode, field: "promotion_id" },
  { linkable: PromotionModule.linkable.promotion },
  { readOnly: true }
)
