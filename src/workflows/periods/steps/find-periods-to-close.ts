import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { givenTime } from "../../utils/to-date"
import { withMedusaErrors } from "../../utils/to-medusa-error"
import type { ClosePeriodsInput } from "./close-periods"
import { affiliateModule } from "../../utils/affiliate-module"

/**
 * Whether a close may have a month to close. A named month that is closed in every requested program needs no reconciliation and no write.
 * Without a named month the answer is always yes, because the reconciliation may find orders of one.
 *
 * @throws MedusaError INVALID_DATA naming `period` when it cannot be closed, NOT_FOUND for an unknown program.
 */
export const findPeriodsToCloseStep = createStep("find-periods-to-close", async (input: ClosePeriodsInput, { container }) => {
  const { program_id, period } = input
  const affiliate = affiliateModule(container)
  if (program_id) await affiliate.retrieveProgram(program_id)
  if (!period) return new StepResponse({ has_open: true })
  const request = { program_id, period, now: givenTime(input.now) }
  const found = await withMedusaErrors(() => affiliate.periods.listToClose(request))
  return new StepResponse({ has_open: found.some(({ is_closed }) => !is_closed) })
})
