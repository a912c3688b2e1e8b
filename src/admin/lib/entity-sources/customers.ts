import type { HttpTypes } from "@medusajs/framework/types"
import type { EntitySource } from "../../hooks/use-entity-options"
import { customerName } from "../customer-name"
import { sdk } from "../sdk"

/** Customers with an account, by name and e-mail: an affiliate must be able to log in. */
export const customerSource: EntitySource<HttpTypes.AdminCustomerListResponse> = {
  key: ["affiliate_customers"],
  fetch: (query) => sdk.admin.customer.list({ ...query, has_account: true, fields: "id,email,first_name,last_name" }),
  toOptions: ({ customers }) =>
    customers.map((customer) => ({ value: customer.id, label: `${customerName(customer)} (${customer.email})` })),
}
