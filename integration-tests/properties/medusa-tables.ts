import type { MedusaContainer } from "@medusajs/framework/types"

import { sql } from "../helpers/sql"
import type { ReferenceOrder } from "./reference-order"

type Row = Record<string, unknown>

const raw = (value: string | number) => ({ value: String(value), precision: 20 })
const quantities = ["fulfilled", "shipped", "return_requested", "return_dismissed", "written_off"]

/** Inserts rows of one table in one statement; what is there already stays, but for an order, which is brought up to date. */
async function insert(container: MedusaContainer, table: string, rows: Row[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
  const values = columns.map((column) => `n."${column}"`)
  const conflict =
    table === "order"
      ? `(id) DO UPDATE SET ${["version", "status", "canceled_at", "updated_at"].map((c) => `${c} = excluded.${c}`).join(", ")}`
      : "DO NOTHING"
  await sql(
    container,
    `INSERT INTO "${table}" (${columns.map((column) => `"${column}"`).join(", ")})
     SELECT ${values.join(", ")} FROM json_populate_recordset(NULL::"${table}", ?::json) n ON CONFLICT ${conflict}`,
    [JSON.stringify(rows)]
  )
}

/** Writes orders as they are now into Medusa's tables, as their current version. One statement a table, however many orders. */
export async function writeOrders(container: MedusaContainer, orders: ReferenceOrder[]): Promise<void> {
  const emailOf = ({ program, shopper }: ReferenceOrder) => `shopper-${program}-${shopper}@example.com`
  const customerOf = ({ program, shopper, account }: ReferenceOrder) => `law_${account ? "account" : "guest"}_${program}_${shopper}`
  const each = (rowsOf: (order: ReferenceOrder, version: string) => Row[]) =>
    orders.flatMap((order) => rowsOf(order, `${order.id}_${order.version}`))
  await insert(
    container,
    "order",
    orders.map((order) => ({
      ...{
        id: order.id,
        email: emailOf(order),
        customer_id: customerOf(order),
        sales_channel_id: `law_channel_${order.program}_${order.channel}`,
        shipping_address_id: `law_address_${order.country}`,
      },
      ...{ currency_code: order.currency, version: order.version, is_draft_order: false },
      ...{ status: order.canceled_at ? "canceled" : "pending", canceled_at: order.canceled_at },
      ...{ created_at: order.placed_at, updated_at: order.updated_at },
    }))
  )
  const items = each(({ lines }) =>
    lines.map(({ id, product, price, inclusive, giftCard }) => ({
      product_id: product === null ? null : `law_prod_${product}`,
      ...{ id, title: "Lamp", unit_price: price, raw_unit_price: raw(price), is_tax_inclusive: inclusive, is_giftcard: giftCard },
      ...{ created_at: new Date(), updated_at: new Date(), requires_shipping: true, is_discountable: true },
    }))
  )
  await insert(container, "order_line_item", items)
  await insert(
    container,
    "order_line_item_tax_line",
    each(({ lines }) =>
      lines.map(({ id, tax }) => ({ id: `${id}_tax`, item_id: id, code: "vat", rate: tax, raw_rate: raw(tax), ...written() }))
    )
  )
  await insert(
    container,
    "order_item",
    each(({ id: order_id, version, lines }, at) =>
      lines.map(({ id, quantity, returned, editedPrice }, n) => ({
        ...{ id: `${at}_item_${n}`, order_id, item_id: id, version, quantity, raw_quantity: raw(quantity) },
        ...{ unit_price: editedPrice, raw_unit_price: editedPrice === null ? null : raw(editedPrice) },
        ...{ return_received_quantity: returned, raw_return_received_quantity: raw(returned) },
        ...Object.fromEntries(
          quantities.flatMap((name) => [
            [`${name}_quantity`, 0],
            [`raw_${name}_quantity`, raw(0)],
          ])
        ),
        ...written(),
      }))
    )
  )
  await insert(
    container,
    "order_line_item_adjustment",
    each(({ version, lines }, at) =>
      lines.flatMap(({ id, discounts }, n) =>
        discounts.map(({ written: amount, inclusive }, d) => ({
          ...{ id: `${at}_off_${n}_${d}`, item_id: id, version, amount, raw_amount: raw(amount), code: "X" },
          ...{ is_tax_inclusive: inclusive, ...written() },
        }))
      )
    )
  )
  const shipped = orders.flatMap(({ shipping, ...order }) => (shipping ? [{ order, shipping }] : []))
  await insert(
    container,
    "order_shipping_method",
    shipped.map(({ shipping: { id, amount, inclusive } }) => ({
      ...{ id, name: "Post", amount, raw_amount: raw(amount), is_tax_inclusive: inclusive, is_custom_amount: false, ...written() },
    }))
  )
  await insert(
    container,
    "order_shipping_method_tax_line",
    shipped.map(({ shipping: { id, tax } }) => ({
      id: `${id}_tax`,
      shipping_method_id: id,
      code: "vat",
      rate: tax,
      raw_rate: raw(tax),
      ...written(),
    }))
  )
  await insert(
    container,
    "order_shipping_method_adjustment",
    shipped.flatMap(({ order: { version }, shipping: { id, discount } }) =>
      discount === null
        ? []
        : [
            {
              ...{
                id: `${id}_${version}_off`,
                shipping_method_id: id,
                version,
                amount: discount.written,
                raw_amount: raw(discount.written),
              },
              ...{ code: "X", ...written() },
            },
          ]
    )
  )
  await insert(
    container,
    "order_shipping",
    shipped.map(({ order: { id, version }, shipping }) => ({
      ...{ id: `${id}_${version}_ship`, order_id: id, version, shipping_method_id: shipping.id, ...written() },
    }))
  )
  await insert(
    container,
    "order_credit_line",
    each(({ id: order_id, version, credits }, at) =>
      credits.map(({ amount, kind }, n) => ({
        ...{ id: `${at}_credit_${n}`, order_id, version, amount, raw_amount: raw(amount) },
        ...{ reference: { spent: "store-credit", granted: "payment_collection", settled: "refund" }[kind], ...written() },
      }))
    )
  )
  await insert(
    container,
    "order_transaction",
    each(({ id: order_id, currency, payments }) =>
      payments.map(({ id, amount, at }) => ({
        ...{ id, order_id, version: 1, amount, raw_amount: raw(amount), currency_code: currency, reference: "capture" },
        ...{ created_at: at, updated_at: at },
      }))
    )
  )
  await insert(
    container,
    "order_cart",
    orders.flatMap(({ id, touch, placed_at }) =>
      touch && touch.by !== "promotion" ? [{ id: `${id}_cart`, order_id: id, cart_id: `${id}_cart`, ...linked(placed_at) }] : []
    )
  )
  await insert(
    container,
    "affiliate_cart_attribution",
    orders.flatMap(({ id, program, touch, placed_at }) => {
      if (!touch || touch.by === "promotion") return []
      const [source, source_id] = touch.by === "link" ? ["link", `${id}_click`] : ["promo_code", `law_code_${program}_${touch.affiliate}`]
      const of = { program_id: `law_program_${program}`, affiliate_id: `law_aff_${program}_${touch.affiliate}` }
      return [{ id: `${id}_touch`, cart_id: `${id}_cart`, ...of, source, source_id, occurred_at: placed_at, ...linked(placed_at) }]
    })
  )
  await insert(
    container,
    "order_promotion",
    orders.flatMap(({ id, program, touch, placed_at }) =>
      touch?.by === "promotion"
        ? [{ id: `${id}_promo`, order_id: id, promotion_id: `law_promo_${program}_${touch.affiliate}`, ...linked(placed_at) }]
        : []
    )
  )
  await insert(
    container,
    "order_change",
    each(({ id: order_id, changes }) =>
      changes.map(({ id, type, at, version }) => ({
        ...{ id, order_id, version, change_type: type, status: "confirmed", confirmed_at: at, created_at: at, updated_at: at },
      }))
    )
  )
}

const linked = (at: Date) => ({ created_at: at, updated_at: at })
const written = () => ({ created_at: new Date(), updated_at: new Date() })
