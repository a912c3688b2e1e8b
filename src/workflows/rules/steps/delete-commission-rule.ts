import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { affiliateModule } from "../../utils/affiliate-module"

export interface DeleteCommissionRuleInput {
  program_id: string
  id: string
}

/** Deletes a rule; orders that were placed before keep it. Compensation brings it back. @throws MedusaError NOT_FOUND. */
export const deleteCommissionRuleStep = createStep(
  "delete-commission-rule",
  async ({ program_id, id }: DeleteCommissionRuleInput, { container }) => {
    await affiliateModule(container).rules.remove(program_id, id)
    return new StepResponse({ id }, { program_id, id })
  },
  async (deleted, { container }) => {
    if (deleted) await affiliateModule(container).rules.bringBack(deleted.program_id, deleted.id)
  }
)
