import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  updateApiKeysWorkflow,
  updateStoresWorkflow,
  updateSalesChannelsWorkflow,
} from "@medusajs/medusa/core-flows"

import { createDelivery, type Delivery } from "./delivery"
import { createProducts, type SeededProduct } from "./products"
import { createTaxes, EUROPE } from "./taxes"

export interface Shop {
  store_id: string
  sales_channel_id: string
  trade_sales_channel_id: string
  region_ids: { eur: string; usd: string }
  stock_location_id: string
  shipping_option_ids: Delivery["shipping_option_ids"]
  publishable_key: string
  trade_publishable_key: string
  products: SeededProduct[]
}

/** The whole shop but its people. Medusa made a nameless store and a default sales channel when it started. */
export async function createShop(container: MedusaContainer): Promise<Shop> {
  const [store] = await container.resolve(Modules.STORE).listStores()
  const sales_channel_id = store?.default_sales_channel_id
  if (!store || !sales_channel_id) throw new Error("Medusa has made no store")
  await updateSalesChannelsWorkflow(container).run({
    input: { selector: { id: sales_channel_id }, update: { name: "Online shop", description: "Everybody's shop" } },
  })
  const {
    result: [trade],
  } = await createSalesChannelsWorkflow(container).run({
    input: { salesChannelsData: [{ name: "Trade", description: "Cafés and offices" }] },
  })
  const trade_sales_channel_id = trade?.id ?? ""
  const channelIds = [sales_channel_id, trade_sales_channel_id]

  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: store.id },
      update: {
        name: "Hollow Oak",
        supported_currencies: [
          { currency_code: "eur", is_default: true, is_tax_inclusive: true },
          { currency_code: "usd", is_tax_inclusive: false },
        ],
        default_sales_channel_id: sales_channel_id,
      },
    },
  })
  const region_ids = await createRegions(container)
  const delivery = await createDelivery(container, channelIds, [...Object.keys(EUROPE), "us"])
  const products = await createProducts(container, channelIds, delivery)
  await createTaxes(
    container,
    products.filter(({ is_food }) => is_food).map(({ id }) => id)
  )
  return {
    store_id: store.id,
    sales_channel_id,
    trade_sales_channel_id,
    region_ids,
    stock_location_id: delivery.stock_location_id,
    shipping_option_ids: delivery.shipping_option_ids,
    publishable_key: await firstKey(container),
    trade_publishable_key: await createKey(container, "Trade shop", trade_sales_channel_id),
    products,
  }
}

async function createRegions(container: MedusaContainer): Promise<Shop["region_ids"]> {
  const payment_providers = ["pp_system_default"]
  const {
    result: [europe, us],
  } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        { name: "Europe", currency_code: "eur", countries: Object.keys(EUROPE), payment_providers, is_tax_inclusive: true },
        { name: "United States", currency_code: "usd", countries: ["us"], payment_providers, is_tax_inclusive: false },
      ],
    },
  })
  return { eur: europe?.id ?? "", usd: us?.id ?? "" }
}

/** Medusa made one on its own, which leads into the default sales channel. */
async function firstKey(container: MedusaContainer): Promise<string> {
  const { result: keys } = await updateApiKeysWorkflow(container).run({
    input: { selector: { type: "publishable" }, update: { title: "Shop" } },
  })
  return keys[0]?.token ?? ""
}

async function createKey(container: MedusaContainer, title: string, salesChannelId: string): Promise<string> {
  const {
    result: [key],
  } = await createApiKeysWorkflow(container).run({ input: { api_keys: [{ type: "publishable", title, created_by: "demo" }] } })
  await linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id: key?.id ?? "", add: [salesChannelId] } })
  return key?.token ?? ""
}
