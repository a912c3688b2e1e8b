import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import type { AffiliateChange } from "../../../modules/affiliate/affiliates/update-affiliate"
import { emitAffiliateEvents } from "../../events"
import { syncPromoCodesWorkflow } from "../../promo-codes/workflows/sync-promo-codes"
import { statusEvent } from "../status-event"
import { updateAffiliateStep } from "../steps/update-affiliate"

export const updateAffiliateWorkflowId = "affiliate-update-affiliate"

/**
 * Approves, rejects, suspends or reactivates an affiliate, or sets their own rate. An affiliate who becomes active gets a promo code;
 * suspension deactivates the Medusa promotions of their codes.
 *
 * @example
 * await updateAffiliateWorkflow(container).run({ input: { id: "aff_01", status: "suspended", reason: "Buys on their own link" } })
 */
export const updateAffiliateWorkflow = createWorkflow(updateAffiliateWorkflowId, (input: AffiliateChange) => {
  const changed = updateAffiliateStep(input)
  when("affiliate-status-changed", changed, ({ is_status_changed }) => is_status_changed).then(() => {
    const affiliateIds = transform({ input }, ({ input }) => [input.id])
    syncPromoCodesWorkflow.runAsStep({ input: { program_id: changed.program_id, affiliate_ids: affiliateIds } })
  })
  const event = transform({ input, changed }, ({ input: { id }, changed: { program_id, is_status_changed, ...statuses } }) => ({
    name: statusEvent(statuses),
    payloads: is_status_changed ? [{ id, program_id }] : [],
  }))
  emitAffiliateEvents(event.name, event.payloads)
  return new WorkflowResponse(changed)
})
