import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { ProgramInput } from "../../../domain/program-settings"
import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { invalidDataOnInvalidInput } from "../../invalid-data"
import { requirePayoutMethods } from "../../payout/payout-methods"

export interface UpdateProgramInput {
  id: string
  /** Only the fields that change. */
  update: ProgramInput
}

/**
 * Changes a program's settings. Compensation writes back what they were.
 *
 * @throws MedusaError INVALID_DATA naming the wrong field, NOT_FOUND for an unknown program.
 */
export const updateProgramStep = createStep(
  "update-program",
  async ({ id, update }: UpdateProgramInput, { container }) => {
    const affiliate = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
    const { before, after } = await invalidDataOnInvalidInput(() => {
      requirePayoutMethods(container, update)
      return affiliate.changeProgram(id, update)
    })
    await affiliate.forgetLandingPrograms()
    const concernsPromoCodes = (["status", "promo_code_template", "customer_discount_percent"] as const).some(
      (field) => before[field] !== after[field]
    )
    return new StepResponse({ concerns_promo_codes: concernsPromoCodes }, { id, before })
  },
  async (changed, { container }) => {
    if (!changed) return
    const affiliate = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
    await affiliate.restoreProgram(changed.id, changed.before)
    await affiliate.forgetLandingPrograms()
  }
)
