import type { MedusaRequest } from "@medusajs/framework/http"

import type { PayoutAccount } from "../../../modules/affiliate/payouts/create-payouts"
import { selected } from "../../utils/list-response"
import { affiliateModule } from "../../../workflows/utils/affiliate-module"
import { notFound } from "../../../modules/affiliate"

/** One payout, with what people may see of where it goes. @throws MedusaError NOT_FOUND */
export async function payoutResponse(req: MedusaRequest, id: string) {
  const module = affiliateModule(req.scope)
  const { rows } = await module.payouts.list({ id: [id] }, { limit: 1, offset: 0 })
  if (!rows[0]) throw notFound("Affiliate payout", id)
  return { affiliate_payout: selected(req, { ...rows[0], masked_details: await module.payouts.retrieveMaskedDetails(id) }) }
}

/** The accounts that are not paid, each with the reason. */
export const skippedOf = (accounts: PayoutAccount[]) =>
  accounts
    .filter(({ reason }) => reason !== null)
    .map(({ affiliate_id, affiliate_code, currency_code, available, method, reason }) => ({
      affiliate_id,
      affiliate_code,
      currency_code,
      available,
      method,
      reason,
    }))
