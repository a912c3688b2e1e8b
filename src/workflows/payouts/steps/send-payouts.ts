import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { SentPayout } from "../../../modules/affiliate/payouts/send-payout"
import { givenTime } from "../../utils/to-date"
import { askProvider, type SentOutcome } from "../ask-provider"
import { affiliateModule } from "../../utils/affiliate-module"

export interface SendPayoutsInput {
  /** Every payout without an answer when absent. */
  ids?: string[]
  /** For tests; the database's clock when absent. */
  now?: Date
}

const PAGE = 500
/** Payouts sent at the same time: each waits for its provider's answer. */
const AT_ONCE = 5

/**
 * Sends payouts to their providers, and asks for the status of those that were not answered. Nothing to compensate: a payment cannot be
 * taken back.
 */
export const sendPayoutsStep = createStep("send-payouts", async (input: SendPayoutsInput, { container }) => {
  const affiliate = affiliateModule(container)
  const now = givenTime(input.now)
  const outcomes: SentOutcome[] = []
  let page: SentPayout[] = []
  do {
    page = await affiliate.payouts.listUnanswered({ ids: input.ids, after: page.at(-1)?.id ?? "", limit: PAGE })
    for (let first = 0; first < page.length; first += AT_ONCE) {
      const batch = page.slice(first, first + AT_ONCE)
      outcomes.push(...(await Promise.all(batch.map((payout) => askProvider(container, payout, now)))))
    }
  } while (page.length === PAGE)
  return new StepResponse(outcomes)
})
