import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { affiliateModule } from "../../utils/affiliate-module"
import { withMedusaErrors } from "../../utils/to-medusa-error"

export interface OrderCommissionRulesInput {
  program_id: string
  /** All rules of the program, each once, in the order in which they are to be tried. */
  ids: string[]
}

/**
 * Puts a program's rules into a new order. Compensation puts them back; rules that were made since come last.
 *
 * @throws MedusaError INVALID_DATA naming `ids`, NOT_FOUND for an unknown program.
 */
export const orderCommissionRulesStep = createStep(
  "order-commission-rules",
  async ({ program_id, ids }: OrderCommissionRulesInput, { container }) => {
    const before = await withMedusaErrors(() => affiliateModule(container).rules.order(program_id, ids))
    return new StepResponse({ ids }, { program_id, before })
  },
  async (ordered, { container }) => {
    if (ordered) await affiliateModule(container).rules.restoreOrder(ordered.program_id, ordered.before)
  }
)
