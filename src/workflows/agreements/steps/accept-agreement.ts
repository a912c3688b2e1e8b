import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type { AgreementToAccept } from "../../../modules/affiliate/agreements/accept-agreement"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { instant } from "../../utils/to-date"
import { invalidDataOnInvalidInput } from "../../utils/to-medusa-error"

/**
 * Writes that an affiliate agreed. Nothing to compensate: he did.
 *
 * @throws MedusaError INVALID_DATA for a version that never was, CONFLICT for one that does not hold any more, NOT_FOUND.
 */
export const acceptAgreementStep = createStep("accept-agreement", async (input: AgreementToAccept, { container }) => {
  const affiliate = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  const accepted = await invalidDataOnInvalidInput(() => affiliate.acceptAgreement({ ...input, now: instant(input.now) }))
  return new StepResponse({ affiliate_id: input.affiliate_id, accepted })
})
