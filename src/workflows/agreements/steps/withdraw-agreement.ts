import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type { AgreementWithdrawal } from "../../../modules/affiliate/agreements/withdraw-agreement"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { instant } from "../../utils/to-date"

/** Writes that an affiliate agrees no more. Nothing to compensate: he does not. */
export const withdrawAgreementStep = createStep("withdraw-agreement", async (input: AgreementWithdrawal, { container }) => {
  const affiliate = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  const withdrawn = await affiliate.withdrawAgreement({ ...input, now: instant(input.now) })
  return new StepResponse({ affiliate_id: input.affiliate_id, withdrawn })
})
