import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { givenTime } from "../../utils/to-date"
import { withMedusaErrors } from "../../utils/to-medusa-error"
import { unavailableMethods } from "../payout-methods"
import { requestedPayouts, type RequestedPayouts } from "../requested-payouts"
import { affiliateModule } from "../../utils/affiliate-module"

export interface CreatePayoutsInput extends RequestedPayouts {
  /** The user who decided it. */
  created_by: string
  /** The fingerprint of the preview that was confirmed. */
  fingerprint?: string
  /** For tests; the database's clock when absent. */
  now?: Date
}

/**
 * Pays out what is available, in one transaction. Nothing to compensate: ledger entries are never deleted; canceling a payout undoes it.
 *
 * @throws MedusaError INVALID_DATA naming the field, NOT_FOUND for an unknown program, CONFLICT when the confirmed preview is stale.
 */
export const createPayoutsStep = createStep(
  "create-payouts",
  async ({ created_by, fingerprint, now, ...request }: CreatePayoutsInput, { container }) => {
    const affiliate = affiliateModule(container)
    const requested = await requestedPayouts(affiliate, request)
    const run = { ...requested, created_by, fingerprint, now: givenTime(now) }
    const made = await withMedusaErrors(() => affiliate.payouts.create(run, unavailableMethods(container)))
    return new StepResponse(made)
  }
)
