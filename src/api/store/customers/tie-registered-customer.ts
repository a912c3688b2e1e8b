import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { guarded } from "../../../hooks/checkout-guard"
import { tieCustomer } from "../../../workflows/referral/tie-customer"
import { clickTokenOf } from "../../affiliate/click-cookie"
import { onCreated } from "../on-answer"

/** A visitor who registers with a click's token becomes the affiliate's referral. A bad token is ignored. */
export function tieRegisteredCustomer(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const token = clickTokenOf(req)
  if (token) {
    onCreated(res, "customer", async (customer_id) => {
      const registration = { customer_id, sales_channel_ids: salesChannelsOf(req), now: new Date() }
      await guarded(req.scope, "tying a registration", () => tieCustomer(req.scope, token, registration), undefined)
    })
  }
  next()
}

function salesChannelsOf(req: MedusaRequest): string[] {
  const { publishable_key_context: key } = req as { publishable_key_context?: { sales_channel_ids?: string[] } }
  return key?.sales_channel_ids ?? []
}
