import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

import { plusDays } from "../time/calendar"
import { AFFILIATES, type AffiliatePlan } from "./affiliates"
import { placeOrder } from "./place-order"
import type { Story } from "./story"

/** A bag of espresso and its delivery cost less than the program's payout minimum: whoever was paid can afford it. */
const AFFORDED_BY = 20
const HOME = { address_1: "Kantstraße 21", city: "Berlin", postal_code: "10623", country_code: "de" }

/** Who is paid in store credit spends some of it: an order without any other payment. */
export function planSpending(story: Story): void {
  for (const affiliate of AFFILIATES.filter(({ payout }) => payout?.method === "store_credit")) {
    story.plan(plusDays(story.now, -3), (now) => spend(story, affiliate, now))
  }
}

async function spend(story: Story, affiliate: AffiliatePlan, now: Date): Promise<void> {
  const { container, shop } = story
  const { customer_id } = story.joined(affiliate.email)
  if ((await storeCreditOf(container, customer_id)) < AFFORDED_BY) return
  const variant_id = shop.products.find(({ handle }) => handle === "house-espresso")?.variant_ids[0] ?? ""
  const shopper = { ...affiliate, currency: "eur" as const, address: HOME }
  await placeOrder(container, shop, { shopper, customer_id, lines: [{ variant_id, quantity: 1 }], pays_by_store_credit: true }, now)
}

async function storeCreditOf(container: MedusaContainer, customer_id: string): Promise<number> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "store_credit_account",
    fields: ["balance"],
    filters: { customer_id, currency_code: "eur" },
  })
  const [account] = data as { balance: number }[]
  return account?.balance ?? 0
}
