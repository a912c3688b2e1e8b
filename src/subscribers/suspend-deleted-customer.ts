import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CustomerWorkflowEvents } from "@medusajs/framework/utils"

import { suspendWithoutAccount } from "../workflows/affiliates/suspend-without-account"
import { logAndContinue } from "../workflows/utils/log-and-continue"

/** Suspends the affiliates of a customer who was deleted. It only makes that faster: the hourly job finds those that this misses. */
export default async function affiliateSuspendDeletedCustomer({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  const { id } = event.data
  await logAndContinue(container, `suspending the affiliates of customer ${id}`, () => suspendWithoutAccount(container, [id]), undefined)
}

export const config: SubscriberConfig = {
  event: CustomerWorkflowEvents.DELETED,
  context: { subscriberId: "medusa-plugin-affiliate-suspend-deleted-customer" },
}
