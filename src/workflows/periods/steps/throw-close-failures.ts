import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/**
 * The end of a close in which months failed. It comes last, so that those that were closed are paid out.
 *
 * @throws MedusaError UNEXPECTED_STATE with what all of them said.
 */
export const throwCloseFailuresStep = createStep("throw-close-failures", (failures: string[]) => {
  if (failures.length > 0) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, failures.join("; "))
  return new StepResponse()
})
