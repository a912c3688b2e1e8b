import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  acceptOrderTransferWorkflow,
  beginClaimOrderWorkflow,
  beginExchangeOrderWorkflow,
  beginReceiveReturnWorkflow,
  capturePaymentWorkflow,
  confirmClaimRequestWorkflow,
  confirmExchangeRequestWorkflow,
  confirmReturnReceiveWorkflow,
  convertDraftOrderWorkflow,
  createOrderFulfillmentWorkflow,
  createOrderWorkflow,
  orderClaimAddNewItemWorkflow,
  orderClaimItemWorkflow,
  orderClaimRequestItemReturnWorkflow,
  orderExchangeAddNewItemWorkflow,
  orderExchangeRequestItemReturnWorkflow,
  receiveItemReturnRequestWorkflow,
  refundPaymentWorkflow,
  requestOrderTransferWorkflow,
} from "@medusajs/medusa/core-flows"

import type { Shop } from "./shop"
import { sql } from "./sql"

interface OrderRow {
  items: { id: string; quantity: number }[]
  payment_collections: { payments: { id: string; amount: number }[] }[]
}

async function read(container: MedusaContainer, orderId: string): Promise<OrderRow> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["id", "items.*", "payment_collections.payments.*"],
    filters: { id: orderId },
  })
  return data[0] as unknown as OrderRow
}

async function payment(container: MedusaContainer, orderId: string): Promise<string> {
  const { payment_collections } = await read(container, orderId)
  return payment_collections[0]!.payments[0]!.id
}

/** Captures the order's payment, all of it or a part. Major units, tax and shipping included. */
export async function capture(container: MedusaContainer, orderId: string, amount?: number): Promise<void> {
  await capturePaymentWorkflow(container).run({ input: { payment_id: await payment(container, orderId), amount } })
}

/** Pays money back. What exceeds what the order owes is a gift of the merchant: Medusa keeps it as a credit line. */
export async function refund(container: MedusaContainer, orderId: string, amount?: number): Promise<void> {
  await refundPaymentWorkflow(container).run({ input: { payment_id: await payment(container, orderId), amount } })
}

/** Sends the whole order out, which returns, claims and exchanges ask for. */
export async function fulfill(container: MedusaContainer, orderId: string): Promise<void> {
  const { items } = await read(container, orderId)
  await createOrderFulfillmentWorkflow(container).run({
    input: { order_id: orderId, items: items.map(({ id, quantity }) => ({ id, quantity })) },
  })
}

/** A claim on one piece of the first line: the merchant pays the money back, or sends new goods. */
export async function claim(
  container: MedusaContainer,
  shop: Shop,
  orderId: string,
  type: "refund" | "replace",
  { goodsComeBack = false } = {}
): Promise<void> {
  const { items } = await read(container, orderId)
  const lines = [{ id: items[0]!.id, quantity: 1 }]
  const { result: change } = await beginClaimOrderWorkflow(container).run({ input: { order_id: orderId, type } })
  const claim_id = change.claim_id
  await orderClaimItemWorkflow(container).run({ input: { claim_id, items: lines } })
  if (goodsComeBack) await orderClaimRequestItemReturnWorkflow(container).run({ input: { claim_id, items: lines } } as never)
  if (type === "replace") {
    const sent = [{ variant_id: shop.variants.lamp, quantity: 1 }]
    await orderClaimAddNewItemWorkflow(container).run({ input: { claim_id, items: sent } } as never)
  }
  await confirmClaimRequestWorkflow(container).run({ input: { claim_id, confirmed_by: "test" } })
}

/** Exchanges one piece of the first line for another variant. */
export async function exchange(container: MedusaContainer, shop: Shop, orderId: string, variant: keyof Shop["variants"]): Promise<void> {
  const { items } = await read(container, orderId)
  const lines = [{ id: items[0]!.id, quantity: 1 }]
  const { result: change } = await beginExchangeOrderWorkflow(container).run({ input: { order_id: orderId } })
  const exchange_id = change.exchange_id
  await orderExchangeRequestItemReturnWorkflow(container).run({ input: { exchange_id, items: lines } } as never)
  await orderExchangeAddNewItemWorkflow(container).run({
    input: { exchange_id, items: [{ variant_id: shop.variants[variant], quantity: 1 }] },
  } as never)
  await confirmExchangeRequestWorkflow(container).run({ input: { exchange_id, confirmed_by: "test" } })
}

/** The goods that were to be exchanged, or claimed, have come back. */
export async function receiveGoods(container: MedusaContainer, orderId: string): Promise<void> {
  const items = await sql<{ return_id: string; id: string; quantity: string }>(
    container,
    `SELECT i.return_id, i.item_id AS id, i.quantity::text FROM return_item i JOIN return r ON r.id = i.return_id WHERE r.order_id = ?`,
    [orderId]
  )
  const return_id = items[0]!.return_id
  const lines = items.map(({ id, quantity }) => ({ id, quantity: Number(quantity) }))
  await beginReceiveReturnWorkflow(container).run({ input: { return_id } })
  await receiveItemReturnRequestWorkflow(container).run({ input: { return_id, items: lines } })
  await confirmReturnReceiveWorkflow(container).run({ input: { return_id, confirmed_by: "test" } })
}

/** Gives the order to another customer, as its new owner accepts it. */
export async function transfer(container: MedusaContainer, orderId: string, customerId: string): Promise<void> {
  await requestOrderTransferWorkflow(container).run({
    input: { order_id: orderId, customer_id: customerId, logged_in_user: "test" } as never,
  })
  const [action] = await sql<{ token: string }>(
    container,
    `SELECT details ->> 'token' AS token FROM order_change_action WHERE order_id = ? AND action = 'TRANSFER_CUSTOMER'`,
    [orderId]
  )
  const token = action!.token
  await acceptOrderTransferWorkflow(container).run({ input: { order_id: orderId, token } })
}

/** A draft order of an admin: a lamp, or items with prices of the admin's own. */
export async function createDraft(
  container: MedusaContainer,
  shop: Shop,
  email: string,
  items: Record<string, unknown>[] = [{ variant_id: shop.variants.lamp, quantity: 1 }]
): Promise<string> {
  const { result } = await createOrderWorkflow(container).run({
    input: {
      status: "draft",
      is_draft_order: true,
      region_id: shop.regions.eur,
      sales_channel_id: shop.salesChannelId,
      currency_code: "eur",
      email,
      items,
      shipping_address: { first_name: "A", last_name: "B", address_1: "Street 1", city: "Town", postal_code: "1", country_code: "de" },
    } as never,
  })
  return (result as { id: string }).id
}

export async function convertDraft(container: MedusaContainer, orderId: string): Promise<void> {
  await convertDraftOrderWorkflow(container).run({ input: { id: orderId } })
}
