import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { instant } from "../../instant"
import { requestedPayouts, type RequestedPayouts } from "../requested-payouts"

export interface CreatePayoutsInput extends RequestedPayouts {
  /** The user who decided it. */
  created_by: string
  now: Date
}

/**
 * Pays out what is available, in one transaction. Nothing to compensate: rows of the ledger are never deleted, canceling a payout is the
 * way back.
 *
 * @throws MedusaError INVALID_DATA naming the field, NOT_FOUND for an unknown program.
 */
export const createPayoutsStep = createStep(
  "create-payouts",
  async ({ created_by, now, ...request }: CreatePayoutsInput, { container }) => {
    const affiliate = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
    const requested = await requestedPayouts(affiliate, request)
    return new StepResponse(await affiliate.makePayouts({ ...requested, created_by, now: instant(now) }))
  }
)
