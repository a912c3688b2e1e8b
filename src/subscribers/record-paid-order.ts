import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ContainerRegistrationKeys, PaymentEvents } from "@medusajs/framework/utils"

import { logAndContinue } from "../workflows/utils/log-and-continue"
import { recordOrders } from "../workflows/orders/record-orders"
import { affiliateModule } from "../workflows/utils/affiliate-module"

/** Records the order of a captured or refunded payment. It only makes that faster, like `record-order`. */
export default async function affiliateRecordPaidOrder({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  const affiliate = affiliateModule(container)
  if (!affiliate.options.subscribers) return
  await logAndContinue(
    container,
    `recording the order of payment ${event.data.id}`,
    async () => {
      const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
        entity: "payment",
        fields: ["payment_collection.order.id"],
        filters: { id: event.data.id },
      })
      const payments = data as { payment_collection?: { order?: { id: string } | null } | null }[]
      const orderIds = payments.flatMap(({ payment_collection: collection }) => (collection?.order ? [collection.order.id] : []))
      if (orderIds.length > 0) await recordOrders(container, orderIds)
    },
    undefined
  )
}

export const config: SubscriberConfig = {
  event: [PaymentEvents.CAPTURED, PaymentEvents.REFUNDED],
  context: { subscriberId: "medusa-plugin-affiliate-record-paid-order" },
}
