import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { ProgramInput } from "../../../domain/programs/program-settings"
import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { invalidDataOnInvalidInput } from "../../utils/to-medusa-error"
import { requirePayoutMethods } from "../../payouts/payout-methods"

export interface CreateProgramsInput {
  programs: ProgramInput[]
}

/**
 * Makes programs, all of them or none. Compensation removes them again.
 *
 * @throws MedusaError INVALID_DATA naming the wrong field.
 */
export const createProgramsStep = createStep(
  "create-programs",
  async ({ programs }: CreateProgramsInput, { container }) => {
    const affiliate = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
    const ids = await invalidDataOnInvalidInput(() => {
      for (const program of programs) requirePayoutMethods(container, program)
      return affiliate.addPrograms(programs)
    })
    const { rows } = await affiliate.readPrograms({ id: ids }, { limit: ids.length, offset: 0 })
    return new StepResponse(rows, ids)
  },
  async (ids, { container }) => {
    if (ids) await container.resolve<AffiliateModuleService>(AFFILIATE_MODULE).removePrograms(ids)
  }
)
