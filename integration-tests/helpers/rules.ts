import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import type { RuleInput } from "../../src/domain/rules/commission-rule"
import { affiliateModule } from "./affiliate"
import { sql } from "./sql"

/** Writes rules, to be tried in this order. @returns their ids. */
export async function createRules(container: MedusaContainer, programId: string, rules: Partial<RuleInput>[]): Promise<string[]> {
  const ids: string[] = []
  for (const [at, rule] of rules.entries()) {
    ids.push(await affiliateModule(container).rules.create(programId, { name: `Rule ${at + 1}`, rate: { type: "none" }, ...rule }))
  }
  return ids
}

export const percent = (value: string | number): RuleInput["rate"] => ({ type: "percent", percent: value })
export const fixed = (per: "unit" | "order", amounts: Record<string, string | number>): RuleInput["rate"] => ({
  type: "fixed",
  per,
  amounts: Object.entries(amounts).map(([currency_code, amount]) => ({ currency_code, amount })),
})

/** What an order's rows say: kind, expense, rate and amount. */
export const rowsOf = async (container: MedusaContainer, orderId: string): Promise<string[]> =>
  (
    await sql<Record<string, string>>(
      container,
      `SELECT kind, expense_amount::text, trim_scale(rate_percent)::text AS rate, amount::text FROM affiliate_commission
       WHERE order_id = ? ORDER BY sequence`,
      [orderId]
    )
  ).map(({ kind, expense_amount, rate, amount }) => `${kind} ${expense_amount} ${rate}% ${amount}`)

/** A small assortment: two products, one of which is in a collection, a type, two categories, one below the other, and has a tag. */
export async function createAssortment(container: MedusaContainer) {
  const products = container.resolve(Modules.PRODUCT)
  const collection = await products.createProductCollections({ title: "Gift sets" })
  const type = await products.createProductTypes({ value: "set" })
  const tag = await products.createProductTags({ value: "gift" })
  const above = await products.createProductCategories({ name: "Home" })
  const below = await products.createProductCategories({ name: "Candles", parent_category_id: above.id })
  const set = await products.createProducts({
    title: "Gift set",
    collection_id: collection.id,
    type_id: type.id,
    tag_ids: [tag.id],
    category_ids: [below.id],
  } as never)
  const lamp = await products.createProducts({ title: "Lamp" })
  return {
    set: (set as unknown as { id: string }).id,
    lamp: lamp.id,
    collection: collection.id,
    type: type.id,
    tag: tag.id,
    above: above.id,
    below: below.id,
  }
}
