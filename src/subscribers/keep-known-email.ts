import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CustomerWorkflowEvents } from "@medusajs/framework/utils"

import { affiliateModule } from "../workflows/utils/affiliate-module"
import { logAndContinue } from "../workflows/utils/log-and-continue"

/**
 * Keeps an e-mail that Medusa's table does not lead to, and gives a guest's referral, and the affiliate that an admin made of a guest, the
 * account that they register. It only makes that faster: the hourly job does it for those that this misses.
 */
export default async function affiliateKeepKnownEmail({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  const { store, referrals, affiliates } = affiliateModule(container)
  const { id } = event.data
  await logAndContinue(container, `keeping the e-mail of customer ${id}`, () => store.keepKnownEmails([id]), undefined)
  await logAndContinue(container, `giving a referral the account ${id}`, () => referrals.learnAccounts([id]), undefined)
  await logAndContinue(container, `handing an affiliate over to ${id}`, () => affiliates.handOverGuests([id]), undefined)
}

export const config: SubscriberConfig = {
  event: [CustomerWorkflowEvents.CREATED, CustomerWorkflowEvents.UPDATED],
  context: { subscriberId: "medusa-plugin-affiliate-keep-known-email" },
}
