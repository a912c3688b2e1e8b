import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CustomerWorkflowEvents } from "@medusajs/framework/utils"

import { logAndContinue } from "../workflows/utils/log-and-continue"
import { autoEnroll } from "../workflows/affiliates/auto-enroll"

/**
 * Enrolls a new customer in the programs with `auto_enroll`. It only makes that faster: the hourly job finds the customers that this
 * misses.
 */
export default async function affiliateEnrollRegisteredCustomer({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  const customerIds = [event.data.id]
  await logAndContinue(container, `enrolling customer ${event.data.id}`, () => autoEnroll(container, customerIds), undefined)
}

export const config: SubscriberConfig = {
  event: CustomerWorkflowEvents.CREATED,
  context: { subscriberId: "medusa-plugin-affiliate-enroll-registered-customer" },
}
