import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"

import AffiliateModule from "../modules/affiliate"

/** The customer behind a referral, once there is one. Read-only, on the referral's own column. */
export default defineLink(
  { linkable: AffiliateModule.linkable.affiliateReferral, field: "customer_id" },
  { linkable: CustomerModule.linkable.customer },
  { readOnly: true }
)
