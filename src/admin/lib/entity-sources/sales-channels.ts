import type { HttpTypes } from "@medusajs/framework/types"
import type { EntitySource } from "../../hooks/use-entity-options"
import { sdk } from "../sdk"

/** Sales channels by name. */
export const salesChannelSource: EntitySource<HttpTypes.AdminSalesChannelListResponse> = {
  key: ["affiliate_sales_channels"],
  fetch: (query) => sdk.admin.salesChannel.list({ ...query, fields: "id,name" }),
  toOptions: ({ sales_channels }) => sales_channels.map(({ id, name }) => ({ value: id, label: name })),
}
