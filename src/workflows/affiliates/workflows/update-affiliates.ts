import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import type { AffiliatesChange } from "../../../modules/affiliate/affiliates/update-affiliates"
import { AffiliateEvents, emitAffiliateEvents, type AffiliateStatusEvent } from "../../events"
import { syncPromoCodesOfStep } from "../../promo-codes/steps/sync-promo-codes-of"
import { statusEvent } from "../status-event"
import { updateAffiliatesStep } from "../steps/update-affiliates"

export const updateAffiliatesWorkflowId = "affiliate-update-affiliates"

const STATUS_EVENTS: AffiliateStatusEvent[] = [
  AffiliateEvents.APPROVED,
  AffiliateEvents.REJECTED,
  AffiliateEvents.SUSPENDED,
  AffiliateEvents.REACTIVATED,
]

/**
 * Makes one change of many affiliates. Those whom it is not possible for stay as they are, and the result names each with the reason;
 * promo codes and events follow as for one.
 *
 * @example
 * const { result } = await updateAffiliatesWorkflow(container).run({ input: { ids: ["aff_01", "aff_02"], status: "active" } })
 * // [{ id: "aff_01", outcome: "changed", … }, { id: "aff_02", outcome: "refused", reason: "status_not_possible" }]
 */
export const updateAffiliatesWorkflow = createWorkflow(updateAffiliatesWorkflowId, (input: AffiliatesChange) => {
  const results = updateAffiliatesStep(input)
  const moved = transform({ results }, ({ results }) =>
    results.flatMap((result) => ("program_id" in result && result.status !== result.former_status ? [result] : []))
  )
  syncPromoCodesOfStep(moved)
  for (const name of STATUS_EVENTS) {
    const payloads = transform({ moved, name }, ({ moved, name }) =>
      moved.filter((change) => statusEvent(change) === name).map(({ id, program_id }) => ({ id, program_id }))
    )
    // A step's name must have no dots: Medusa takes them for levels.
    emitAffiliateEvents(name, payloads).config({ name: `emit-${name.replaceAll(".", "-")}` })
  }
  return new WorkflowResponse(results)
})
