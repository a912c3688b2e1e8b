import { api } from "./api.js"
import { config } from "./config.js"

const REGION_KEY = "shop.region"

/** @type {{ id: string, name: string, currency_code: string, countries: { iso_2: string, display_name: string }[] }[]} */
export let regions = []

export async function loadRegions() {
  ;({ regions } = await api("/store/regions?fields=id,name,currency_code,*countries"))
  regions.sort((a) => (a.id === config.region_ids.eur ? -1 : 1))
}

export const currentRegion = () => regions.find(({ id }) => id === localStorage.getItem(REGION_KEY)) ?? regions[0]
export const chooseRegion = (id) => localStorage.setItem(REGION_KEY, id)

export async function loadProducts() {
  const query = new URLSearchParams({
    region_id: currentRegion().id,
    order: "created_at",
    fields:
      "id,title,subtitle,description,handle,thumbnail,*options,*options.values,*variants,*variants.options,*variants.calculated_price",
  })
  const { products } = await api(`/store/products?${query}`)
  for (const { variants } of products) variants.sort((a, b) => a.variant_rank - b.variant_rank)
  return products
}
