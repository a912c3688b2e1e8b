import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { ProgramInput } from "../../../domain/programs/program-settings"
import { withMedusaErrors } from "../../utils/to-medusa-error"
import { requirePayoutMethods } from "../../payouts/payout-methods"
import { affiliateModule } from "../../utils/affiliate-module"

export interface CreateProgramsInput {
  programs: ProgramInput[]
}

/**
 * Creates programs, all of them or none. Compensation removes them again.
 *
 * @throws MedusaError INVALID_DATA naming the wrong field.
 */
export const createProgramsStep = createStep(
  "create-programs",
  async ({ programs }: CreateProgramsInput, { container }) => {
    const affiliate = affiliateModule(container)
    const ids = await withMedusaErrors(() => {
      for (const program of programs) requirePayoutMethods(container, program)
      return affiliate.programs.create(programs)
    })
    const { rows } = await affiliate.programs.list({ id: ids }, { limit: ids.length, offset: 0 })
    return new StepResponse(rows, ids)
  },
  async (ids, { container }) => {
    if (ids) await affiliateModule(container).programs.remove(ids)
  }
)
