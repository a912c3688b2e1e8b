import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createProductsWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createShippingOptionsWorkflow,
  createStockLocationsWorkflow,
  createTaxRegionsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  updateProductVariantsWorkflow,
} from "@medusajs/medusa/core-flows"

/** What a checkout needs to know of the shop. */
export interface Shop {
  regions: Record<"eur" | "jpy", string>
  salesChannelId: string
  publishableKey: string
  shippingOptionId: string
  variants: Record<"mug" | "lamp" | "giftCard", string>
}

/**
 * A small shop: a mug at 20.00, a lamp at 100.00 and a gift card at 50.00 (yen: 2000, 10000, 5000), 19 % tax on top, shipping at 5.00,
 * payment and fulfilment by hand.
 */
export async function createShop(container: MedusaContainer): Promise<Shop> {
  const [channel] = (await createSalesChannelsWorkflow(container).run({ input: { salesChannelsData: [{ name: "Web" }] } })).result
  const salesChannelId = channel!.id
  const regions = await createRegions(container)
  const { shippingOptionId, shippingProfileId } = await createShipping(container, salesChannelId)
  const variants = await createProducts(container, salesChannelId, shippingProfileId)
  return { regions, salesChannelId, publishableKey: await createPublishableKey(container, salesChannelId), shippingOptionId, variants }
}

async function createRegions(container: MedusaContainer): Promise<Shop["regions"]> {
  const region = { payment_providers: ["pp_system_default"], automatic_taxes: true, is_tax_inclusive: false }
  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        { name: "Europe", currency_code: "eur", countries: ["de"], ...region },
        { name: "Japan", currency_code: "jpy", countries: ["jp"], ...region },
      ],
    },
  })
  await createTaxRegionsWorkflow(container).run({
    input: [
      { country_code: "de", provider_id: "tp_system", default_tax_rate: { rate: 19, code: "de", name: "VAT" } },
      { country_code: "jp", provider_id: "tp_system" },
    ],
  })
  return { eur: result[0]!.id, jpy: result[1]!.id }
}

async function createShipping(container: MedusaContainer, salesChannelId: string) {
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const link = container.resolve("link")
  const { result: locations } = await createStockLocationsWorkflow(container).run({ input: { locations: [{ name: "Warehouse" }] } })
  const locationId = locations[0]!.id
  const profile = await fulfillment.createShippingProfiles({ name: "Default", type: "default" })
  const set = await fulfillment.createFulfillmentSets({
    name: "Delivery",
    type: "shipping",
    service_zones: [
      {
        name: "Germany and Japan",
        geo_zones: [
          { type: "country", country_code: "de" },
          { type: "country", country_code: "jp" },
        ],
      },
    ],
  })
  await link.create([
    { [Modules.STOCK_LOCATION]: { stock_location_id: locationId }, [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" } },
    { [Modules.STOCK_LOCATION]: { stock_location_id: locationId }, [Modules.FULFILLMENT]: { fulfillment_set_id: set.id } },
    { [Modules.SALES_CHANNEL]: { sales_channel_id: salesChannelId }, [Modules.STOCK_LOCATION]: { stock_location_id: locationId } },
  ])
  const { result: options } = await createShippingOptionsWorkflow(container).run({
    input: [
      {
        name: "Parcel",
        price_type: "flat",
        provider_id: "manual_manual",
        service_zone_id: set.service_zones[0]!.id,
        shipping_profile_id: profile.id,
        type: { label: "Parcel", description: "By post", code: "parcel" },
        prices: [
          { currency_code: "eur", amount: 5 },
          { currency_code: "jpy", amount: 500 },
        ],
        rules: [],
      },
    ],
  })
  return { shippingOptionId: options[0]!.id, shippingProfileId: profile.id }
}

async function createProducts(container: MedusaContainer, salesChannelId: string, shippingProfileId: string): Promise<Shop["variants"]> {
  const product = (title: string, amount: number, more = {}) => ({
    title,
    status: "published" as const,
    options: [{ title: "Size", values: ["One"] }],
    shipping_profile_id: shippingProfileId,
    sales_channels: [{ id: salesChannelId }],
    variants: [
      {
        title,
        options: { Size: "One" },
        manage_inventory: false,
        prices: [
          { currency_code: "eur", amount },
          { currency_code: "jpy", amount: amount * 100 },
        ],
      },
    ],
    ...more,
  })
  const { result } = await createProductsWorkflow(container).run({
    input: { products: [product("Mug", 20), product("Lamp", 100), product("Gift card", 50, { is_giftcard: true })] },
  })
  const variantOf = (title: string): string => result.find((made) => made.title === title)!.variants[0]!.id
  return { mug: variantOf("Mug"), lamp: variantOf("Lamp"), giftCard: variantOf("Gift card") }
}

async function createPublishableKey(container: MedusaContainer, salesChannelId: string): Promise<string> {
  const { result } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: "Web", type: "publishable", created_by: "test" }] },
  })
  await linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id: result[0]!.id, add: [salesChannelId] } })
  return result[0]!.token
}

/** Sells a variant for another price from now on, in euros. */
export async function setPrice(container: MedusaContainer, shop: Shop, variant: keyof Shop["variants"], amount: number): Promise<void> {
  const prices = [{ currency_code: "eur", amount }]
  await updateProductVariantsWorkflow(container).run({ input: { product_variants: [{ id: shop.variants[variant], prices }] } })
}

/** A promotion of the merchant's own: an amount in euros off the whole order, which Medusa splits over its lines. */
export async function createFixedPromotion(container: MedusaContainer, code: string, value: number): Promise<void> {
  await container.resolve(Modules.PROMOTION).createPromotions({
    ...{ code, type: "standard", status: "active" },
    application_method: { type: "fixed", target_type: "items", allocation: "across", value, currency_code: "eur" },
  })
}
