import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

/**
 * Fails the workflow when months could not be closed. It is the last step, so that the months that were closed are paid out first.
 *
 * @throws MedusaError UNEXPECTED_STATE with the messages of all failures.
 */
export const throwCloseFailuresStep = createStep("throw-close-failures", (failures: string[]) => {
  if (failures.length > 0) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, failures.join("; "))
  return new StepResponse()
})
