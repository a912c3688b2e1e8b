import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  beginOrderEditOrderWorkflow,
  beginReceiveReturnWorkflow,
  beginReturnOrderWorkflow,
  confirmOrderEditRequestWorkflow,
  confirmReturnReceiveWorkflow,
  confirmReturnRequestWorkflow,
  createOrderFulfillmentWorkflow,
  orderEditUpdateItemQuantityWorkflow,
  receiveItemReturnRequestWorkflow,
  requestItemReturnWorkflow,
} from "@medusajs/medusa/core-flows"

interface OrderLine {
  id: string
  quantity: number
}

async function linesOf(container: MedusaContainer, orderId: string): Promise<OrderLine[]> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: ["id", "items.*"], filters: { id: orderId } })
  return (data as { items: OrderLine[] }[])[0]!.items
}

/** Edits the quantity of an order's first line, and perhaps its price, as a merchant does in the dashboard. */
export async function editQuantity(container: MedusaContainer, orderId: string, quantity: number, unit_price?: number): Promise<void> {
  const [line] = await linesOf(container, orderId)
  await beginOrderEditOrderWorkflow(container).run({ input: { order_id: orderId } })
  await orderEditUpdateItemQuantityWorkflow(container).run({
    input: { order_id: orderId, items: [{ id: line!.id, quantity, unit_price }] },
  })
  await confirmOrderEditRequestWorkflow(container).run({ input: { order_id: orderId, confirmed_by: "test" } })
}

/** Sends an order's first line out and takes some of it back. */
export async function returnItems(container: MedusaContainer, orderId: string, quantity: number): Promise<void> {
  const [line] = await linesOf(container, orderId)
  await createOrderFulfillmentWorkflow(container).run({
    input: { order_id: orderId, items: [{ id: line!.id, quantity: line!.quantity }] },
  })
  await takeBack(container, orderId, quantity)
}

/** Takes some of an order's first line back, which was sent out: the goods have been received. */
export async function takeBack(container: MedusaContainer, orderId: string, quantity: number): Promise<void> {
  const [line] = await linesOf(container, orderId)
  const items = [{ id: line!.id, quantity }]
  const { result: change } = await beginReturnOrderWorkflow(container).run({ input: { order_id: orderId } })
  const return_id = change.return_id
  await requestItemReturnWorkflow(container).run({ input: { return_id, items } })
  await confirmReturnRequestWorkflow(container).run({ input: { return_id } })
  await beginReceiveReturnWorkflow(container).run({ input: { return_id } })
  await receiveItemReturnRequestWorkflow(container).run({ input: { return_id, items } })
  await confirmReturnReceiveWorkflow(container).run({ input: { return_id, confirmed_by: "test" } })
}
