import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { AgreementWithdrawal } from "../../../modules/affiliate/agreements/withdraw-agreement"
import type { GivenTime } from "../../../modules/affiliate/database/clock"
import { givenTime } from "../../utils/to-date"
import { affiliateModule } from "../../utils/affiliate-module"

/** Records that an affiliate withdrew from the agreement. Nothing to compensate: it is a fact that nothing later undoes. */
export const withdrawAgreementStep = createStep("withdraw-agreement", async (input: GivenTime<AgreementWithdrawal>, { container }) => {
  const affiliate = affiliateModule(container)
  const withdrawn = await affiliate.agreements.withdraw({ ...input, now: givenTime(input.now) ?? (await affiliate.now()) })
  return new StepResponse({ affiliate_id: input.affiliate_id, withdrawn })
})
