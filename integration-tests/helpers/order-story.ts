import type { MedusaContainer } from "@medusajs/framework/types"

import { affiliateModule, createAffiliate, createProgram, createReferral } from "./affiliate"
import { placeOrder, type CartWish } from "./place-order"
import { createShop, type Shop } from "./shop"
import { sql } from "./sql"

/** Kind, expense and amount of a row: what a change of the order did. */
export type Row = [kind: string, expense: string, amount: string]

/** What happens to an order, in Medusa's own workflows; recorded after each step. */
export type Step = (orderId: string) => Promise<unknown>

export interface Story {
  what: string
  wish: CartWish
  steps: Step[]
  rows: Row[]
}

/** A shop with one program and one affiliate, whose referral orders as shopper@example.com. */
export async function createReferredShop(container: MedusaContainer, program: Record<string, unknown> = {}): Promise<Shop> {
  const program_id = await createProgram(container, program)
  const anna = await createAffiliate(container, program_id)
  await createReferral(container, { id: anna.id, program_id }, "shopper@example.com")
  return createShop(container)
}

export const record = (container: MedusaContainer, orderId: string) => affiliateModule(container).orders.record([orderId], new Date())

export async function rowsOf(container: MedusaContainer, orderId: string): Promise<Row[]> {
  const found = await sql<{ kind: string; expense: string; amount: string }>(
    container,
    `SELECT kind, expense_amount::text AS expense, amount::text AS amount FROM affiliate_commission WHERE order_id = ? ORDER BY sequence`,
    [orderId]
  )
  return found.map(({ kind, expense, amount }) => [kind, expense, amount])
}

/** Lives through each story and compares the rows it left. */
export async function live(container: MedusaContainer, shop: Shop, stories: Story[]): Promise<void> {
  for (const { what, wish, steps, rows } of stories) {
    const orderId = await placeOrder(container, shop, wish)
    await record(container, orderId)
    for (const step of steps) {
      await step(orderId)
      await record(container, orderId)
    }
    expect([what, await rowsOf(container, orderId)]).toEqual([what, rows])
  }
}
