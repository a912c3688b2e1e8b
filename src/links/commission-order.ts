import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"

import AffiliateModule from "../modules/affiliate"

/** The order a commission is for. Read-only, on the commission's own column. */
export default defineLink(
  { linkable: AffiliateModule.linkable.affiliateCommission, field: "order_id" },
  { linkable: OrderModule.linkable.order },
  {
    readOnly: true,
  }
)
