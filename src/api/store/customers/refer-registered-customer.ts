import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { logAndContinue } from "../../../workflows/utils/log-and-continue"
import { referCustomer } from "../../../workflows/referrals/refer-customer"
import { clickTokenOf } from "../../affiliate/click-cookie"
import { onCreated } from "../on-response"

/** A visitor who registers with a click's token becomes the affiliate's referral. A bad token is ignored. */
export function referRegisteredCustomer(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const token = clickTokenOf(req)
  if (token) {
    onCreated(res, "customer", async (customer_id) => {
      const registration = { customer_id, sales_channel_ids: salesChannelsOf(req), now: new Date() }
      await logAndContinue(req.scope, "referring a registered customer", () => referCustomer(req.scope, token, registration), undefined)
    })
  }
  next()
}

function salesChannelsOf(req: MedusaRequest): string[] {
  const { publishable_key_context: key } = req as { publishable_key_context?: { sales_channel_ids?: string[] } }
  return key?.sales_channel_ids ?? []
}
