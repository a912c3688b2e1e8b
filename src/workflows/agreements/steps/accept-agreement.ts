import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { AgreementToAccept } from "../../../modules/affiliate/agreements/accept-agreement"
import { toDate } from "../../utils/to-date"
import { withMedusaErrors } from "../../utils/to-medusa-error"
import { affiliateModule } from "../../utils/affiliate-module"

/**
 * Writes that an affiliate agreed. Nothing to compensate: he did.
 *
 * @throws MedusaError INVALID_DATA for a version that never was, CONFLICT for one that does not hold any more, NOT_FOUND.
 */
export const acceptAgreementStep = createStep("accept-agreement", async (input: AgreementToAccept, { container }) => {
  const affiliate = affiliateModule(container)
  const accepted = await withMedusaErrors(() => affiliate.agreements.accept({ ...input, now: toDate(input.now) }))
  return new StepResponse({ affiliate_id: input.affiliate_id, accepted })
})
