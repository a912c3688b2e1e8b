import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  beginOrderEditOrderWorkflow,
  beginReceiveReturnWorkflow,
  beginReturnOrderWorkflow,
  cancelOrderWorkflow,
  capturePaymentWorkflow,
  confirmOrderEditRequestWorkflow,
  confirmReturnReceiveWorkflow,
  confirmReturnRequestWorkflow,
  createOrderFulfillmentWorkflow,
  orderEditUpdateItemQuantityWorkflow,
  receiveItemReturnRequestWorkflow,
  refundPaymentWorkflow,
  requestItemReturnWorkflow,
  requestOrderEditRequestWorkflow,
} from "@medusajs/medusa/core-flows"

interface PlacedOrder {
  id: string
  items: { id: string; quantity: number; variant_sku: string }[]
  summary: { pending_difference: number }
  payment_collections: { payments: { id: string }[] }[]
}

/** What a merchant does with orders, by the workflows behind the dashboard's buttons. */
export class AfterSales {
  constructor(
    private readonly container: MedusaContainer,
    private readonly location_id: string
  ) {}

  async capture(orderId: string): Promise<void> {
    await capturePaymentWorkflow(this.container).run({ input: { payment_id: paymentOf(await this.read(orderId)) } })
  }

  async fulfill(orderId: string): Promise<void> {
    const { items } = await this.read(orderId)
    await createOrderFulfillmentWorkflow(this.container).run({
      input: { order_id: orderId, items: items.map(({ id, quantity }) => ({ id, quantity })), location_id: this.location_id },
    })
  }

  cancel = async (order_id: string): Promise<void> => void (await cancelOrderWorkflow(this.container).run({ input: { order_id } }))

  /** One piece of the first line comes back, is received, and its price is paid back. */
  async takeBackOnePiece(orderId: string): Promise<void> {
    const [item] = (await this.read(orderId)).items
    if (!item) return
    const items = [{ id: item.id, quantity: 1 }]
    const { result: begun } = await beginReturnOrderWorkflow(this.container).run({
      input: { order_id: orderId, location_id: this.location_id },
    })
    const { return_id } = begun
    await requestItemReturnWorkflow(this.container).run({ input: { return_id, items } })
    await confirmReturnRequestWorkflow(this.container).run({ input: { return_id } })
    await beginReceiveReturnWorkflow(this.container).run({ input: { return_id } })
    await receiveItemReturnRequestWorkflow(this.container).run({ input: { return_id, items } })
    await confirmReturnReceiveWorkflow(this.container).run({ input: { return_id } })

    await this.payBackWhatIsOwed(orderId)
  }

  /** Money back for a late parcel: the order keeps its items. */
  async refundGoodwill(orderId: string, amount: number): Promise<void> {
    await this.refund(await this.read(orderId), amount, "Parcel came late")
  }

  /** The shopper calls: one piece less, please. */
  async reduceFirstLine(order_id: string): Promise<void> {
    const item = (await this.read(order_id)).items.find(({ quantity }) => quantity > 1)
    if (!item) return
    await beginOrderEditOrderWorkflow(this.container).run({ input: { order_id, created_by: "demo" } })
    await orderEditUpdateItemQuantityWorkflow(this.container).run({
      input: { order_id, items: [{ id: item.id, quantity: item.quantity - 1 }] },
    })
    await requestOrderEditRequestWorkflow(this.container).run({ input: { order_id, requested_by: "demo" } })
    await confirmOrderEditRequestWorkflow(this.container).run({ input: { order_id, confirmed_by: "demo" } })
    await this.payBackWhatIsOwed(order_id)
  }

  private async payBackWhatIsOwed(orderId: string): Promise<void> {
    const order = await this.read(orderId)
    const owed = -order.summary.pending_difference
    if (owed > 0) await this.refund(order, owed)
  }

  private async refund(order: PlacedOrder, amount: number, note?: string): Promise<void> {
    await refundPaymentWorkflow(this.container).run({ input: { payment_id: paymentOf(order), amount, note } })
  }

  private async read(id: string): Promise<PlacedOrder> {
    const { data } = await this.container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "order",
      fields: ["id", "items.*", "summary.*", "payment_collections.payments.id"],
      filters: { id },
    })
    const [order] = data as unknown as PlacedOrder[]
    if (!order) throw new Error(`There is no order ${id}`)
    // The lines of one cart are made in the same millisecond: their ids do not tell an order that repeats.
    order.items.sort((a, b) => a.variant_sku.localeCompare(b.variant_sku))
    return order
  }
}

const paymentOf = (order: PlacedOrder): string => order.payment_collections[0]?.payments[0]?.id ?? ""
