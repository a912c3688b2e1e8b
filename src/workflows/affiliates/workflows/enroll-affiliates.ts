import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { mayAgree } from "../../../domain/agreements/agreement"
import type { Enrollment } from "../../../modules/affiliate/affiliates/enroll-affiliates"
import type { GivenTime } from "../../../modules/affiliate/database/clock"
import { AffiliateEvents, emitAffiliateEvents } from "../../events"
import { syncPromoCodesWorkflow } from "../../promo-codes/workflows/sync-promo-codes"
import { enrollAffiliatesStep } from "../steps/enroll-affiliates"

export const enrollAffiliatesWorkflowId = "affiliate-enroll-affiliates"

/**
 * Enrolls customers, one or thousands, in a program and gives the active affiliates their promo codes. Customers who are affiliates already
 * keep their status.
 *
 * @example
 * const { result } = await enrollAffiliatesWorkflow(container).run({
 *   input: { program_id: "affprog_01", customer_ids: ["cus_01"], origin: "admin" },
 * })
 * // [{ customer_id: "cus_01", affiliate_id: "aff_01", status: "active", is_new: true }]
 */
export const enrollAffiliatesWorkflow = createWorkflow(enrollAffiliatesWorkflowId, (input: GivenTime<Enrollment>) => {
  const enrolled = enrollAffiliatesStep(input)
  const active = transform({ enrolled }, ({ enrolled }) =>
    enrolled.filter(({ is_new, status }) => is_new && status === "active").map(({ affiliate_id }) => affiliate_id)
  )
  when("affiliate-new-affiliates-are-active", { active }, ({ active }) => active.length > 0).then(() => {
    syncPromoCodesWorkflow.runAsStep({ input: { program_id: input.program_id, affiliate_ids: active } })
  })
  const made = transform({ input, enrolled }, ({ input: { program_id }, enrolled }) =>
    enrolled
      .filter(({ is_new }) => is_new)
      .map(({ affiliate_id, customer_id, status }) => ({ id: affiliate_id, program_id, customer_id, status }))
  )
  const agreed = transform({ input, made }, ({ input: { origin, agreement_version: version }, made }) =>
    mayAgree(origin) && version !== undefined ? made.map(({ id }) => ({ affiliate_id: id, version })) : []
  )
  emitAffiliateEvents(AffiliateEvents.ENROLLED, made)
  emitAffiliateEvents(AffiliateEvents.AGREEMENT_ACCEPTED, agreed).config({ name: "emit-agreement-accepted" })
  return new WorkflowResponse(enrolled)
})
