import type { IdCondition } from "../../domain/rules/rule-conditions"
import type { PaginatedResponse } from "../../types"
import type { EntityOption, EntitySource } from "../hooks/use-entity-options"
import { affiliateGroupSource } from "./entity-sources/affiliate-groups"
import { everyAffiliateSource } from "./entity-sources/affiliates"
import { categorySource, collectionSource, productSource, productTypeSource, regionSource, tagSource } from "./entity-sources/catalog"
import { customerGroupSource } from "./entity-sources/customer-groups"
import { salesChannelSource } from "./entity-sources/sales-channels"

/** A page of records by name, whatever they are. */
export interface NamedPage extends PaginatedResponse {
  options: EntityOption[]
}

const named = <Response extends PaginatedResponse>(source: EntitySource<Response>): EntitySource<NamedPage> => ({
  key: [...source.key, "options"],
  fetch: async (query) => {
    const page = await source.fetch(query)
    return { options: source.toOptions(page), count: page.count, offset: page.offset, limit: page.limit }
  },
  toOptions: ({ options }) => options,
})

/** Where the values of each kind of condition are found by name. */
export const CONDITION_SOURCES: Record<IdCondition, EntitySource<NamedPage>> = {
  product_ids: named(productSource),
  collection_ids: named(collectionSource),
  category_ids: named(categorySource),
  type_ids: named(productTypeSource),
  tag_ids: named(tagSource),
  customer_group_ids: named(customerGroupSource),
  sales_channel_ids: named(salesChannelSource),
  region_ids: named(regionSource),
  affiliate_ids: named(everyAffiliateSource),
  affiliate_group_ids: named(affiliateGroupSource),
}
