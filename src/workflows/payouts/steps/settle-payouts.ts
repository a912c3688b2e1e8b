import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { InvalidInput } from "../../../domain/errors"
import { plainText } from "../../../domain/text/plain-text"
import type { PayoutsSettlement } from "../../../modules/affiliate/payouts/settle-payouts"
import { givenTime } from "../../utils/to-date"
import { withMedusaErrors } from "../../utils/to-medusa-error"
import { affiliateModule } from "../../utils/affiliate-module"

/**
 * Settles payouts, all that are named or none. Nothing to compensate: the money has arrived.
 *
 * @throws MedusaError INVALID_DATA when one has ended otherwise, NOT_FOUND.
 */
export const settlePayoutsStep = createStep("settle-payouts", async (input: PayoutsSettlement, { container }) => {
  const affiliate = affiliateModule(container)
  const ids = [...new Set(input.ids)]
  const reference = plainText(input.reference ?? "") || null
  const settled_ids = await withMedusaErrors(() => {
    // Refuse an empty list, so that it is not read as "all".
    if (ids.length === 0) throw new InvalidInput("ids", "must name a payout")
    return affiliate.payouts.settle({ ...input, ids, reference, now: givenTime(input.now) })
  })
  return new StepResponse({ ids, settled_ids })
})
