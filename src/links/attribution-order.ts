import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"

import AffiliateModule from "../modules/affiliate"

/** The order a decision is about. Read-only, on the attribution's own column. */
export default defineLink(
  { linkable: AffiliateModule.linkable.affiliateAttribution, field: "order_id" },
  { linkable: OrderModule.linkable.order },
  {
    readOnly: true,
  }
)
