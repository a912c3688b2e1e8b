import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { AgreementWithdrawal } from "../../../modules/affiliate/agreements/withdraw-agreement"
import { toDate } from "../../utils/to-date"
import { affiliateModule } from "../../utils/affiliate-module"

/** Writes that an affiliate agrees no more. Nothing to compensate: he does not. */
export const withdrawAgreementStep = createStep("withdraw-agreement", async (input: AgreementWithdrawal, { container }) => {
  const affiliate = affiliateModule(container)
  const withdrawn = await affiliate.agreements.withdraw({ ...input, now: toDate(input.now) })
  return new StepResponse({ affiliate_id: input.affiliate_id, withdrawn })
})
