import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"

import AffiliateModule from "../modules/affiliate"

/** The customer group a program lets in or shuts out. Read-only, on the own column of the row that says so. */
export default defineLink(
  { linkable: AffiliateModule.linkable.affiliateProgramCustomerGroup, field: "customer_group_id" },
  { linkable: CustomerModule.linkable.customerGroup },
  { readOnly: true }
)
