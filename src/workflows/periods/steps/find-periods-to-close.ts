import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { toDate } from "../../utils/to-date"
import { withMedusaErrors } from "../../utils/to-medusa-error"
import type { ClosePeriodsInput } from "./close-periods"
import { affiliateModule } from "../../utils/affiliate-module"

/**
 * Whether a close has anything to look for: a month that was asked for and is closed in every program asked needs no reconciliation, and no
 * write at all. Without a month there may always be one, because reconciling may find it.
 *
 * @throws MedusaError INVALID_DATA naming `period` when it has not ended, NOT_FOUND for an unknown program.
 */
export const findPeriodsToCloseStep = createStep("find-periods-to-close", async (input: ClosePeriodsInput, { container }) => {
  const { program_id, period } = input
  const affiliate = affiliateModule(container)
  if (program_id) await affiliate.retrieveProgram(program_id)
  if (!period) return new StepResponse({ has_open: true })
  const asked = { program_id, period, now: toDate(input.now) }
  const found = await withMedusaErrors(() => affiliate.periods.listToClose(asked))
  return new StepResponse({ has_open: found.some(({ is_closed }) => !is_closed) })
})
