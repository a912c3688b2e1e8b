import type { MedusaContainer } from "@medusajs/framework/types"

import { AFFILIATE_MODULE } from "../../modules/affiliate"
import type { Registration } from "../../modules/affiliate/referrals/refer-customer"
import type AffiliateModuleService from "../../modules/affiliate/service"
import { AffiliateEvents, tellAffiliateEvents } from "../events"

/** Makes a registering visitor the referral of the affiliate whose click token he brought, where there is a tie to make. */
export async function tieCustomer(container: MedusaContainer, token: string, registration: Omit<Registration, "click_id">): Promise<void> {
  const made = await container.resolve<AffiliateModuleService>(AFFILIATE_MODULE).tieCustomer(token, registration)
  if (made) await tellAffiliateEvents(container, AffiliateEvents.REFERRAL_CREATED, [made])
}
