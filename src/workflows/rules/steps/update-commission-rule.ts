import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { RuleInput } from "../../../domain/rules/commission-rule"
import { affiliateModule } from "../../utils/affiliate-module"
import { withMedusaErrors } from "../../utils/to-medusa-error"

export interface UpdateCommissionRuleInput {
  program_id: string
  id: string
  /** Only the fields that change. */
  update: RuleInput
}

/**
 * Changes a rule for orders that are placed from now on. Compensation undoes this change, not those that others have made since.
 *
 * @throws MedusaError INVALID_DATA naming the wrong field, NOT_FOUND.
 */
export const updateCommissionRuleStep = createStep(
  "update-commission-rule",
  async ({ program_id, id, update }: UpdateCommissionRuleInput, { container }) => {
    const change = await withMedusaErrors(() => affiliateModule(container).rules.update(program_id, id, update))
    return new StepResponse({ id }, { program_id, id, change })
  },
  async (changed, { container }) => {
    if (changed) await affiliateModule(container).rules.restore(changed.program_id, changed.id, changed.change)
  }
)
