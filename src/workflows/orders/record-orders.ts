import type { MedusaContainer } from "@medusajs/framework/types"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import type { RecordedOrders } from "../../modules/affiliate/orders/record-orders"
import type AffiliateModuleService from "../../modules/affiliate/service"
import { AffiliateEvents, tellAffiliateEvents } from "../events"

/** Brings orders' commissions up to date and tells the bus of the ties they made, which stand whatever becomes of the caller. */
export async function recordOrders(container: MedusaContainer, orderIds: string[], now: Date): Promise<RecordedOrders> {
  const recorded = await container.resolve<AffiliateModuleService>(AFFILIATE_MODULE).recordOrders(orderIds, now)
  await tellAffiliateEvents(container, AffiliateEvents.REFERRAL_CREATED, recorded.referrals)
  return recorded
}
