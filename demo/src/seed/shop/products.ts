import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, ProductStatus } from "@medusajs/framework/utils"
import { createCollectionsWorkflow, createInventoryLevelsWorkflow, createProductsWorkflow } from "@medusajs/medusa/core-flows"

import type { Delivery } from "./delivery"
import { catalog } from "./catalog"

export interface SeededProduct {
  id: string
  handle: string
  is_food: boolean
  variant_ids: string[]
}

const PLENTY = 100_000

/** The catalog in all sales channels, with prices in both currencies and pictures that the shop serves itself. */
export async function createProducts(container: MedusaContainer, channelIds: string[], delivery: Delivery): Promise<SeededProduct[]> {
  const { result: collections } = await createCollectionsWorkflow(container).run({
    input: { collections: [...new Set(catalog.map(({ collection }) => collection))].map((title) => ({ title })) },
  })
  const { result: products } = await createProductsWorkflow(container).run({
    input: {
      products: catalog.map((plan) => ({
        title: plan.title,
        subtitle: plan.subtitle,
        description: plan.description,
        handle: plan.handle,
        weight: plan.weight_grams,
        status: ProductStatus.PUBLISHED,
        collection_id: collections.find(({ title }) => title === plan.collection)?.id,
        shipping_profile_id: delivery.shipping_profile_id,
        // Without a host: the same picture in the shop and in the dashboard, on whatever port.
        thumbnail: `/shop/assets/${plan.handle}.svg`,
        images: [{ url: `/shop/assets/${plan.handle}.svg` }],
        sales_channels: channelIds.map((id) => ({ id })),
        options: [{ title: plan.option, values: plan.variants.map(({ title }) => title) }],
        variants: plan.variants.map(({ title, sku, eur, usd }, variant_rank) => ({
          title,
          variant_rank,
          sku,
          options: { [plan.option]: title },
          prices: [
            { currency_code: "eur", amount: eur },
            { currency_code: "usd", amount: usd },
          ],
        })),
      })),
    },
  })
  await stockUp(container, delivery.stock_location_id)
  return products.map(({ id, handle, variants }) => ({
    id,
    handle: handle,
    is_food: catalog.some((plan) => plan.handle === handle && plan.is_food),
    variant_ids: variants.map((variant) => variant.id),
  }))
}

async function stockUp(container: MedusaContainer, location_id: string): Promise<void> {
  const items = await container.resolve(Modules.INVENTORY).listInventoryItems({}, { take: null })
  await createInventoryLevelsWorkflow(container).run({
    input: { inventory_levels: items.map(({ id }) => ({ inventory_item_id: id, location_id, stocked_quantity: PLENTY })) },
  })
}
