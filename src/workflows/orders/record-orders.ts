import type { MedusaContainer } from "@medusajs/framework/types"

import type { RecordedOrders } from "../../modules/affiliate/orders/record-orders"
import { AffiliateEvents, emitAffiliateEventsNow } from "../events"
import { affiliateModule } from "../utils/affiliate-module"

/** Brings the commissions of orders up to date and emits an event per new referral at once: referrals stay even when the caller fails. */
export async function recordOrders(container: MedusaContainer, orderIds: string[], now?: Date): Promise<RecordedOrders> {
  const recorded = await affiliateModule(container).orders.record(orderIds, now)
  await emitAffiliateEventsNow(container, AffiliateEvents.REFERRAL_CREATED, recorded.referrals)
  return recorded
}
