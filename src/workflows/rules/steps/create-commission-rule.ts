import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { RuleInput } from "../../../domain/rules/commission-rule"
import { affiliateModule } from "../../utils/affiliate-module"
import { withMedusaErrors } from "../../utils/to-medusa-error"

export interface CreateCommissionRuleInput {
  program_id: string
  rule: RuleInput
}

/**
 * Adds a rule below those of the program. Compensation deletes it.
 *
 * @throws MedusaError INVALID_DATA naming the wrong field, NOT_FOUND for an unknown program.
 */
export const createCommissionRuleStep = createStep(
  "create-commission-rule",
  async ({ program_id, rule }: CreateCommissionRuleInput, { container }) => {
    const id = await withMedusaErrors(() => affiliateModule(container).rules.create(program_id, rule))
    return new StepResponse({ id }, { program_id, id })
  },
  async (created, { container }) => {
    if (created) await affiliateModule(container).rules.remove(created.program_id, created.id)
  }
)
