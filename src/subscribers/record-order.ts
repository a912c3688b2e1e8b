import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderEditWorkflowEvents, OrderWorkflowEvents } from "@medusajs/framework/utils"

import { logAndContinue } from "../workflows/utils/log-and-continue"
import { recordOrders } from "../workflows/orders/record-orders"
import { affiliateModule } from "../workflows/utils/affiliate-module"

/**
 * Records an order as soon as something happens to it. It only makes that faster: the hourly reconciliation finds the orders that this
 * misses.
 */
export default async function affiliateRecordOrder({
  event,
  container,
}: SubscriberArgs<{ id?: string; order_id?: string }>): Promise<void> {
  const affiliate = affiliateModule(container)
  const orderId = event.data.order_id ?? event.data.id
  if (!orderId || !affiliate.options.subscribers) return
  await logAndContinue(container, `recording order ${orderId}`, () => recordOrders(container, [orderId]), undefined)
}

export const config: SubscriberConfig = {
  event: [
    OrderWorkflowEvents.PLACED,
    OrderWorkflowEvents.CANCELED,
    OrderWorkflowEvents.RETURN_RECEIVED,
    OrderWorkflowEvents.CLAIM_CREATED,
    OrderWorkflowEvents.EXCHANGE_CREATED,
    OrderEditWorkflowEvents.CONFIRMED,
  ],
  context: { subscriberId: "medusa-plugin-affiliate-record-order" },
}
