import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"

import { payoutFingerprint, payoutTotals, remainingOf } from "../../../../domain/payouts/payouts"
import { unavailableMethods } from "../../../../workflows/payouts/payout-methods"
import { requestedPayouts } from "../../../../workflows/payouts/requested-payouts"
import { skippedOf } from "../payout-response"
import type { AdminPreviewPayouts } from "../validators"
import { affiliateModule } from "../../../../workflows/utils/affiliate-module"

/** What paying out now would do: the payouts, who is skipped and why, and the totals by currency. Writes nothing. */
export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminPreviewPayouts>, res: MedusaResponse): Promise<void> {
  const affiliate = affiliateModule(req.scope)
  const requested = await requestedPayouts(affiliate, req.validatedQuery)
  const accounts = await affiliate.payouts.preview(requested, unavailableMethods(req.scope))
  const payouts = accounts
    .filter(({ reason }) => reason === null)
    .map(({ affiliate_id, affiliate_code, currency_code, available, amount, method, masked_details, remaining_reason }) => ({
      affiliate_id,
      affiliate_code,
      currency_code,
      amount,
      remaining: remainingOf(available, amount, currency_code ?? ""),
      remaining_reason,
      method,
      masked_details,
    }))
  res.json({
    affiliate_payouts: payouts,
    skipped: skippedOf(accounts),
    totals: payoutTotals(accounts),
    fingerprint: payoutFingerprint(accounts),
  })
}
