import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { AgreementToAccept } from "../../../modules/affiliate/agreements/accept-agreement"
import type { GivenTime } from "../../../modules/affiliate/database/clock"
import { givenTime } from "../../utils/to-date"
import { withMedusaErrors } from "../../utils/to-medusa-error"
import { affiliateModule } from "../../utils/affiliate-module"

/**
 * Records that an affiliate accepted the agreement. Nothing to compensate: it is a fact that nothing later undoes.
 *
 * @throws MedusaError INVALID_DATA for a version that never was, CONFLICT for one that is not the current version, NOT_FOUND.
 */
export const acceptAgreementStep = createStep("accept-agreement", async (input: GivenTime<AgreementToAccept>, { container }) => {
  const affiliate = affiliateModule(container)
  const now = givenTime(input.now) ?? (await affiliate.now())
  const accepted = await withMedusaErrors(() => affiliate.agreements.accept({ ...input, now }))
  return new StepResponse({ affiliate_id: input.affiliate_id, accepted })
})
