import type { MedusaContainer } from "@medusajs/framework/types"

import type { RecordedOrders } from "../../modules/affiliate/orders/record-orders"
import { AffiliateEvents, emitAffiliateEventsNow } from "../events"
import { affiliateModule } from "../utils/affiliate-module"

/** Brings orders' commissions up to date and tells the bus of the ties they made, which stand whatever becomes of the caller. */
export async function recordOrders(container: MedusaContainer, orderIds: string[], now: Date): Promise<RecordedOrders> {
  const recorded = await affiliateModule(container).orders.record(orderIds, now)
  await emitAffiliateEventsNow(container, AffiliateEvents.REFERRAL_CREATED, recorded.referrals)
  return recorded
}
