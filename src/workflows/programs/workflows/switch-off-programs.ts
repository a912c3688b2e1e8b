import { createWorkflow, WorkflowResponse, type ReturnWorkflow } from "@medusajs/framework/workflows-sdk"

import { switchOffPromotionsStep } from "../../promo-codes/steps/switch-off-promotions"
import { pauseProgramsStep } from "../steps/pause-programs"

export const switchOffProgramsWorkflowId = "affiliate-switch-off-programs"

interface SwitchedOff {
  program_ids: string[]
  promotion_count: number
}

/**
 * Makes a store ready to go on without the plugin: pauses its active programs and switches off the promotions of their promo codes. Nothing is
 * deleted. A program that is made active again switches its codes on.
 *
 * @example
 * await switchOffProgramsWorkflow(container).run()
 */
export const switchOffProgramsWorkflow: ReturnWorkflow<unknown, SwitchedOff, []> = createWorkflow(switchOffProgramsWorkflowId, () => {
  const program_ids = pauseProgramsStep()
  const promotion_count = switchOffPromotionsStep()
  return new WorkflowResponse({ program_ids, promotion_count })
})
