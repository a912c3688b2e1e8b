import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"

export interface Delivery {
  stock_location_id: string
  shipping_profile_id: string
  shipping_option_ids: { standard: string; express: string; return: string }
}

const OPTIONS = [
  { name: "Standard delivery", code: "standard", description: "Three to five working days", eur: 4.9, usd: 6.5, is_return: false },
  { name: "Express delivery", code: "express", description: "The day after tomorrow", eur: 12.9, usd: 18, is_return: false },
  { name: "Return parcel", code: "return", description: "Free of charge", eur: 0, usd: 0, is_return: true },
]

/** One warehouse that delivers everywhere, by hand: the manual fulfilment provider. */
export async function createDelivery(container: MedusaContainer, channelIds: string[], countries: string[]): Promise<Delivery> {
  const link = container.resolve(ContainerRegistrationKeys.LINK)
  const {
    result: [location],
  } = await createStockLocationsWorkflow(container).run({
    input: {
      locations: [
        {
          name: "Warehouse Hamburg",
          address: { address_1: "Am Sandtorkai 1", city: "Hamburg", postal_code: "20457", country_code: "de" },
        },
      ],
    },
  })
  const {
    result: [profile],
  } = await createShippingProfilesWorkflow(container).run({ input: { data: [{ name: "Parcels", type: "default" }] } })
  if (!location || !profile) throw new Error("Medusa made no stock location or shipping profile")

  const set = await container.resolve(Modules.FULFILLMENT).createFulfillmentSets({
    name: "Parcels from Hamburg",
    type: "shipping",
    service_zones: [{ name: "Everywhere", geo_zones: countries.map((country_code) => ({ type: "country" as const, country_code })) }],
  })
  await link.create([
    { [Modules.STOCK_LOCATION]: { stock_location_id: location.id }, [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" } },
    { [Modules.STOCK_LOCATION]: { stock_location_id: location.id }, [Modules.FULFILLMENT]: { fulfillment_set_id: set.id } },
  ])
  await linkSalesChannelsToStockLocationWorkflow(container).run({ input: { id: location.id, add: channelIds } })

  const { result: options } = await createShippingOptionsWorkflow(container).run({
    input: OPTIONS.map(({ name, code, description, eur, usd, is_return }) => ({
      name,
      price_type: "flat",
      provider_id: "manual_manual",
      service_zone_id: set.service_zones[0]?.id ?? "",
      shipping_profile_id: profile.id,
      type: { label: name, description, code },
      prices: [
        { currency_code: "eur", amount: eur },
        { currency_code: "usd", amount: usd },
      ],
      rules: [
        { attribute: "enabled_in_store", value: is_return ? "false" : "true", operator: "eq" },
        { attribute: "is_return", value: is_return ? "true" : "false", operator: "eq" },
      ],
    })),
  })
  const [standard = "", express = "", back = ""] = options.map(({ id }) => id)
  return { stock_location_id: location.id, shipping_profile_id: profile.id, shipping_option_ids: { standard, express, return: back } }
}
