import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { logAndContinue } from "../../utils/log-and-continue"
import { givenTime } from "../../utils/to-date"
import { unavailableMethods } from "../payout-methods"
import { affiliateModule } from "../../utils/affiliate-module"

/**
 * Creates the payouts of programs with automatic payouts that have a closed month past its hold period. A failure is logged and tried again
 * the next hour: a close does not fail because of a payout. Nothing to compensate: the payouts of a month are created once.
 */
export const payOutDueMonthsStep = createStep("pay-out-due-months", async (input: { now?: Date }, { container }) => {
  const now = givenTime(input.now)
  const affiliate = affiliateModule(container)
  const programIds = await logAndContinue(container, "looking for automatic payouts", () => affiliate.payouts.listProgramsDue(now), [])
  const made: string[] = []
  for (const id of programIds)
    made.push(...(await logAndContinue(container, `the automatic payouts of ${id}`, () => payOut(container, id, now), [])))
  return new StepResponse(made)
})

async function payOut(container: MedusaContainer, program_id: string, now: Date | undefined): Promise<string[]> {
  const affiliate = affiliateModule(container)
  const made = await affiliate.payouts.createDue({ program_id, created_by: "system", now }, unavailableMethods(container))
  return made.flatMap(({ payout_id }) => payout_id ?? [])
}
