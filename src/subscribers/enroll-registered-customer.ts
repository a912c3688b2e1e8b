import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CustomerWorkflowEvents } from "@medusajs/framework/utils"

import { logAndContinue } from "../workflows/utils/log-and-continue"
import { autoEnroll } from "../workflows/affiliates/auto-enroll"

/** A new customer joins the programs that enroll by themselves. Only an accelerator: the hourly job finds whom this misses. */
export default async function affiliateEnrollRegisteredCustomer({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  const customerIds = [event.data.id]
  await logAndContinue(container, `enrolling customer ${event.data.id}`, () => autoEnroll(container, new Date(), customerIds), undefined)
}

export const config: SubscriberConfig = {
  event: CustomerWorkflowEvents.CREATED,
  context: { subscriberId: "medusa-plugin-affiliate-enroll-registered-customer" },
}
