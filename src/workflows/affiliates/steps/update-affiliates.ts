import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { AffiliateStatus } from "../../../domain/affiliates/transitions"
import type { AffiliatesChange } from "../../../modules/affiliate/affiliates/update-affiliates"
import { affiliateModule } from "../../utils/affiliate-module"
import { withMedusaErrors } from "../../utils/to-medusa-error"

/** What became of each affiliate. */
export type AffiliatesChangeResult =
  | { id: string; program_id: string; outcome: "changed" | "unchanged"; status: AffiliateStatus; former_status: AffiliateStatus }
  | { id: string; outcome: "refused"; reason: "not_found" | "status_not_possible" }

/**
 * Changes status or rate of many affiliates. Compensation undoes this change, not those that others have made since.
 *
 * @throws MedusaError INVALID_DATA naming the field, when it is wrong for everybody.
 */
export const updateAffiliatesStep = createStep(
  "update-affiliates",
  async ({ ids, ...change }: AffiliatesChange, { container }) => {
    const { affiliates } = affiliateModule(container)
    const outcomes = await withMedusaErrors(() => affiliates.updateMany({ ...change, ids: [...new Set(ids)] }))
    const results = outcomes.map((outcome): AffiliatesChangeResult => {
      if ("refused" in outcome) return { id: outcome.id, outcome: "refused", reason: outcome.refused }
      const { before, after } = outcome
      const isSame = before.status === after.status && before.commission_percent === after.commission_percent
      const { id, program_id, status } = after
      return { id, program_id, outcome: isSame ? "unchanged" : "changed", status, former_status: before.status }
    })
    const changed = outcomes.flatMap((outcome) => ("before" in outcome ? [outcome] : []))
    return new StepResponse(results, changed)
  },
  async (changed, { container }) => {
    if (changed) await affiliateModule(container).affiliates.restoreMany(changed)
  }
)
