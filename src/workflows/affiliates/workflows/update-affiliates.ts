import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import type { AffiliatesChange } from "../../../modules/affiliate/affiliates/update-affiliates"
import { AffiliateEvents, emitAffiliateEvents } from "../../events"
import { syncPromoCodesOfStep } from "../../promo-codes/steps/sync-promo-codes-of"
import { statusEvent } from "../status-event"
import { updateAffiliatesStep } from "../steps/update-affiliates"

export const updateAffiliatesWorkflowId = "affiliate-update-affiliates"

const { REACTIVATED } = AffiliateEvents

const payloadsOf = (affiliates: { id: string; program_id: string }[]) => affiliates.map(({ id, program_id }) => ({ id, program_id }))

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
  // All of them get one status: to become active is to be approved for some and to be reactivated for others, each other status is one event.
  const reactivated = transform({ moved }, ({ moved }) => payloadsOf(moved.filter((change) => statusEvent(change) === REACTIVATED)))
  const others = transform({ moved }, ({ moved }) => {
    const rest = moved.filter((change) => statusEvent(change) !== REACTIVATED)
    return { name: rest[0] ? statusEvent(rest[0]) : AffiliateEvents.APPROVED, payloads: payloadsOf(rest) }
  })
  emitAffiliateEvents(REACTIVATED, reactivated)
  emitAffiliateEvents(others.name, others.payloads).config({ name: "emit-other-status" })
  return new WorkflowResponse(results)
})
