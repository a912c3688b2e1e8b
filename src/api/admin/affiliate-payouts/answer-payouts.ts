import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

import type { WeighedAccount } from "../../../domain/payouts"
import { affiliateModule } from "../../utils/affiliate-module"
import { selected } from "../../utils/answer"

/** One payout. @throws MedusaError NOT_FOUND */
export async function answerPayout(req: MedusaRequest, id: string) {
  const { rows } = await affiliateModule(req).readPayouts({ id: [id] }, { limit: 1, offset: 0 })
  if (!rows[0]) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Affiliate payout with id: ${id} was not found`)
  return { payout: selected(req, rows[0]) }
}

interface Account extends WeighedAccount {
  affiliate_id: string
  affiliate_code: string
}

/** The accounts that are not paid, each with the reason. */
export const skippedOf = (accounts: Account[]) =>
  accounts
    .filter(({ reason }) => reason !== null)
    .map(({ affiliate_id, affiliate_code, currency_code, available, reason }) => ({
      affiliate_id,
      affiliate_code,
      currency_code,
      available,
      reason,
    }))
