import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

import { sql } from "./sql"

interface OrderLineWish {
  title: string
  quantity: number
  unit_price: number
  is_tax_inclusive?: boolean
  is_giftcard?: boolean
  product_id?: string
  tax_lines?: { code: string; rate: number }[]
  adjustments?: { code: string; amount: number; is_tax_inclusive?: boolean }[]
}

export interface OrderWish {
  email?: string
  customer_id?: string
  currency_code?: string
  /** Major units, per piece. */
  unit_price?: number
  quantity?: number
  /** Instead of one line made of the above. */
  items?: OrderLineWish[]
  sales_channel_id?: string
  region_id?: string
  shipping_address?: { country_code: string }
  shipping_methods?: { name: string; amount: number }[]
}

/** An order written by Medusa's order module, without cart and events: an order whose event was lost looks like this. */
export async function createOrder(container: MedusaContainer, wish: OrderWish = {}): Promise<string> {
  const [id] = await createOrders(container, [wish])
  return id!
}

/** Several of them in one go; in which order their ids come back is Medusa's secret. */
export async function createOrders(container: MedusaContainer, wishes: OrderWish[]): Promise<string[]> {
  const orders = await container.resolve(Modules.ORDER).createOrders(
    wishes.map(({ email = "shopper@example.com", currency_code = "eur", unit_price = 100, quantity = 1, items, ...others }) => ({
      ...others,
      email,
      currency_code,
      items: items ?? [{ title: "Lamp", quantity, unit_price }],
    }))
  )
  return orders.map(({ id }) => id)
}

/**
 * Thousands of one-line orders of 100.00 EUR in a few statements, for tests about numbers of statements: `bulk_<prefix>_<n>`, all by
 * `<prefix>@example.com`.
 */
export async function insertManyOrders(container: MedusaContainer, prefix: string, count: number, at: Date): Promise<void> {
  const bindings = { prefix, count, at }
  const run = (statement: string): Promise<unknown> => {
    const values: unknown[] = []
    const positional = statement.replace(/(?<!:):(prefix|count|at)\b/g, (_, name: keyof typeof bindings) => {
      values.push(bindings[name])
      return "?"
    })
    return sql(container, positional, values)
  }
  await run(`INSERT INTO "order" (id, email, currency_code, version, status, is_draft_order, created_at, updated_at)
    SELECT 'bulk_' || :prefix::text || '_' || lpad(n::text, 7, '0'), :prefix::text || '@example.com', 'eur', 1, 'pending', false, :at, :at
    FROM generate_series(1, :count::int) n`)
  await run(`INSERT INTO order_line_item (id, title, unit_price, raw_unit_price, is_tax_inclusive, is_giftcard)
    SELECT 'item_' || o.id, 'Lamp', 100, '{"value":"100","precision":20}', false, false FROM "order" o WHERE o.id LIKE 'bulk_' || :prefix::text || '_%'`)
  await run(`INSERT INTO order_item (id, order_id, item_id, version, quantity, raw_quantity, fulfilled_quantity, raw_fulfilled_quantity,
      shipped_quantity, raw_shipped_quantity, return_requested_quantity, raw_return_requested_quantity, return_received_quantity,
      raw_return_received_quantity, return_dismissed_quantity, raw_return_dismissed_quantity, written_off_quantity, raw_written_off_quantity)
    SELECT 'detail_' || o.id, o.id, 'item_' || o.id, 1, 1, z, 0, z, 0, z, 0, z, 0, z, 0, z, 0, z
    FROM "order" o, (SELECT '{"value":"0","precision":20}'::jsonb AS z) zero WHERE o.id LIKE 'bulk_' || :prefix::text || '_%'`)
}
