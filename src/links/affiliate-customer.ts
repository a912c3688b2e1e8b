import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"

import AffiliateModule from "../modules/affiliate"

/** The customer an affiliate is: `query.graph({ entity: "affiliate", fields: ["customer.*"] })`. Read-only, on the affiliate's own column. */
export default defineLink(
  { linkable: AffiliateModule.linkable.affiliate, field: "customer_id" },
  { linkable: CustomerModule.linkable.customer },
  {
    readOnly: true,
  }
)
