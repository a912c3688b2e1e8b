import type { MedusaContainer } from "@medusajs/framework/types"
import { createTaxRatesWorkflow, createTaxRegionsWorkflow } from "@medusajs/medusa/core-flows"

/** The general rates, in percent. The dollar region has no national sales tax; its states have. */
export const EUROPE: Record<string, number> = {
  at: 20,
  be: 21,
  de: 19,
  dk: 25,
  es: 21,
  fi: 25.5,
  fr: 20,
  gb: 20,
  ie: 23,
  it: 22,
  nl: 21,
  pl: 23,
  pt: 23,
  se: 25,
}
const STATES: Record<string, number> = { ca: 7.25, ny: 4, tx: 6.25, wa: 6.5 }
const REDUCED_IN_GERMANY = 7

/** Tax regions of all countries the shop delivers to, with the reduced German rate for coffee. */
export async function createTaxes(container: MedusaContainer, foodProductIds: string[]): Promise<void> {
  const { result: regions } = await createTaxRegionsWorkflow(container).run({
    input: [
      ...Object.entries(EUROPE).map(([country_code, rate]) => ({
        country_code,
        provider_id: "tp_system",
        default_tax_rate: { name: "VAT", code: `${country_code.toUpperCase()}-VAT`, rate },
      })),
      { country_code: "us", provider_id: "tp_system" },
    ],
  })
  const regionOf = (country: string): string => regions.find(({ country_code }) => country_code === country)?.id ?? ""

  await createTaxRegionsWorkflow(container).run({
    input: Object.entries(STATES).map(([state, rate]) => ({
      country_code: "us",
      province_code: state,
      parent_id: regionOf("us"),
      default_tax_rate: { name: "Sales tax", code: `US-${state.toUpperCase()}`, rate },
    })),
  })
  await createTaxRatesWorkflow(container).run({
    input: [
      {
        tax_region_id: regionOf("de"),
        name: "VAT reduced",
        code: "DE-VAT-REDUCED",
        rate: REDUCED_IN_GERMANY,
        rules: foodProductIds.map((reference_id) => ({ reference: "product", reference_id })),
      },
    ],
  })
}
