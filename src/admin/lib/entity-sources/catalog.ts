import type { HttpTypes } from "@medusajs/framework/types"
import type { EntitySource } from "../../hooks/use-entity-options"
import { sdk } from "../sdk"

/** What the store sells and where, by name. */
export const productSource: EntitySource<HttpTypes.AdminProductListResponse> = {
  key: ["affiliate_products"],
  fetch: (query) => sdk.admin.product.list({ ...query, fields: "id,title" }),
  toOptions: ({ products }) => products.map(({ id, title }) => ({ value: id, label: title })),
}

export const collectionSource: EntitySource<HttpTypes.AdminCollectionListResponse> = {
  key: ["affiliate_collections"],
  fetch: (query) => sdk.admin.productCollection.list({ ...query, fields: "id,title" }),
  toOptions: ({ collections }) => collections.map(({ id, title }) => ({ value: id, label: title })),
}

export const categorySource: EntitySource<HttpTypes.AdminProductCategoryListResponse> = {
  key: ["affiliate_categories"],
  fetch: (query) => sdk.admin.productCategory.list({ ...query, fields: "id,name" }),
  toOptions: ({ product_categories }) => product_categories.map(({ id, name }) => ({ value: id, label: name })),
}

export const productTypeSource: EntitySource<HttpTypes.AdminProductTypeListResponse> = {
  key: ["affiliate_product_types"],
  fetch: (query) => sdk.admin.productType.list({ ...query, fields: "id,value" }),
  toOptions: ({ product_types }) => product_types.map(({ id, value }) => ({ value: id, label: value })),
}

export const tagSource: EntitySource<HttpTypes.AdminProductTagListResponse> = {
  key: ["affiliate_product_tags"],
  fetch: (query) => sdk.admin.productTag.list({ ...query, fields: "id,value" }),
  toOptions: ({ product_tags }) => product_tags.map(({ id, value }) => ({ value: id, label: value })),
}

export const regionSource: EntitySource<HttpTypes.AdminRegionListResponse> = {
  key: ["affiliate_regions"],
  fetch: (query) => sdk.admin.region.list({ ...query, fields: "id,name" }),
  toOptions: ({ regions }) => regions.map(({ id, name }) => ({ value: id, label: name })),
}
