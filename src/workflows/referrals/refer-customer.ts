import type { MedusaContainer } from "@medusajs/framework/types"

import type { Registration } from "../../modules/affiliate/referrals/refer-customer"
import { AffiliateEvents, emitAffiliateEventsNow } from "../events"
import { affiliateModule } from "../utils/affiliate-module"

/** Makes a visitor who registers with a click token the referral of its affiliate, where the click can make one. */
export async function referCustomer(
  container: MedusaContainer,
  token: string,
  registration: Omit<Registration, "click_id">
): Promise<void> {
  const made = await affiliateModule(container).referrals.referCustomer(token, registration)
  if (made) await emitAffiliateEventsNow(container, AffiliateEvents.REFERRAL_CREATED, [made])
}
