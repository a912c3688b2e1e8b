import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { InvitationsToCreate } from "../../../modules/affiliate/invitations/create-invitations"
import type { GivenTime } from "../../../modules/affiliate/database/clock"
import { affiliateModule } from "../../utils/affiliate-module"
import { givenTime } from "../../utils/to-date"
import { withMedusaErrors } from "../../utils/to-medusa-error"

/**
 * Invites people, each line by itself. Compensation withdraws the new invitations.
 *
 * @throws MedusaError NOT_FOUND for an unknown program, INVALID_DATA for one that is not active.
 */
export const createInvitationsStep = createStep(
  "create-invitations",
  async (input: GivenTime<InvitationsToCreate>, { container }) => {
    const affiliate = affiliateModule(container)
    const now = givenTime(input.now) ?? (await affiliate.now())
    const outcomes = await withMedusaErrors(() => affiliate.invitations.create({ ...input, now }))
    return new StepResponse(
      outcomes,
      outcomes.flatMap((outcome) => (outcome.outcome === "invited" ? [outcome.id] : []))
    )
  },
  async (ids, { container }) => {
    const affiliate = affiliateModule(container)
    for (const id of ids ?? []) await affiliate.invitations.withdraw(id, await affiliate.now())
  }
)
