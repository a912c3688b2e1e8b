import type { ExecArgs } from "@medusajs/framework/types"
import { updateStoresWorkflow } from "@medusajs/medusa/core-flows"

import type { DemoFacts } from "../seed/facts"
import { ADMIN, createAdmin, register, SHOPPER } from "../seed/people"
import { progress } from "../seed/progress"
import { createShop } from "../seed/shop/store"
import { tellStory } from "../seed/story/tell-story"
import { monthsBefore } from "../seed/time/calendar"
import { PastClock } from "../seed/time/past-clock"

/** `medusa exec ./src/scripts/seed.ts [empty]`, on a fresh database, with the plugin's option `subscribers: false`. */
export default async function seed({ container, args }: ExecArgs): Promise<void> {
  const clock = new PastClock(container)
  const opened_at = monthsBefore(new Date(), 4)[0]?.starts_at ?? new Date()
  const { shop, admin_id } = await clock.at(opened_at, async () => ({
    shop: await createShop(container),
    admin_id: await createAdmin(container),
  }))
  await register(container, SHOPPER)
  const { products, ...shopFacts } = shop
  progress(`${products.length} products`)

  const facts: DemoFacts = {
    ...shopFacts,
    variant_ids: products.flatMap(({ variant_ids }) => variant_ids),
    admin: { email: ADMIN.email, password: ADMIN.password },
    shopper: { email: SHOPPER.email, password: SHOPPER.password },
    ...(args[0] !== "empty" && { affiliate_data: await tellStory(container, { shop, admin_id, clock }) }),
  }
  await updateStoresWorkflow(container).run({ input: { selector: { id: shop.store_id }, update: { metadata: { demo: facts } } } })
}
