import type { HttpTypes } from "@medusajs/framework/types"
import type { EntitySource } from "../../hooks/use-entity-options"
import { sdk } from "../sdk"

/** Customer groups by name. */
export const customerGroupSource: EntitySource<HttpTypes.AdminCustomerGroupListResponse> = {
  key: ["affiliate_customer_groups"],
  fetch: (query) => sdk.admin.customerGroup.list({ ...query, fields: "id,name" }),
  toOptions: ({ customer_groups }) => customer_groups.map(({ id, name }) => ({ value: id, label: name ?? id })),
}
