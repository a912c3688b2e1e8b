import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { AFFILIATE_MODULE } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { instant } from "../../instant"
import { invalidDataOnInvalidInput } from "../../invalid-data"

export interface ClosePeriodsInput {
  now: Date
  /** The user who asked for it, or `system`. */
  closed_by: string
  /** `YYYY-MM`; every due month of every program when absent. */
  period?: string
  program_id?: string
}

export interface ClosedPeriod {
  program_id: string
  period: string
  /** False when it had been closed before: then nothing was written. */
  closed: boolean
}

/**
 * Closes months, each in a transaction of its own, oldest first. Nothing to compensate: a closed month stays closed, and the next call
 * continues where this one stopped.
 *
 * @throws MedusaError INVALID_DATA naming `period` when it has not ended, NOT_FOUND for an unknown program.
 */
export const closePeriodsStep = createStep("close-periods", async ({ closed_by, ...input }: ClosePeriodsInput, { container }) => {
  const affiliate = container.resolve<AffiliateModuleService>(AFFILIATE_MODULE)
  const asked = { ...input, now: instant(input.now) }
  if (asked.program_id) await affiliate.retrieveProgram(asked.program_id)
  const closed: ClosedPeriod[] = []
  for (const due of await invalidDataOnInvalidInput(() => affiliate.listPeriodsToClose(asked))) {
    closed.push({ ...due, closed: await affiliate.closePeriod({ ...due, closed_by, now: asked.now }) })
  }
  return new StepResponse(closed)
})
