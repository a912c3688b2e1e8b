import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { payOutDueMonthsWorkflow } from "../../payouts"
import { closePeriodsStep, type ClosePeriodsInput } from "../steps/close-periods"
import { throwCloseFailuresStep } from "../steps/throw-close-failures"
import { findPeriodsToCloseStep } from "../steps/find-periods-to-close"
import { reconcileOrdersWorkflow } from "../../orders/workflows/reconcile-orders"

export const closePeriodsWorkflowId = "affiliate-close-periods"

/**
 * The close: reconciles, then closes one named month or every month that is due. Job, command line, API and dashboard all run this. A named
 * month that is closed already is only read. Afterwards, programs with automatic payouts pay out. A failing month does not hold up other
 * programs.
 *
 * @throws at the end, when every other month is closed, with the messages of the months that failed.
 * @example
 * await closePeriodsWorkflow(container).run({ input: { period: "2016-04", closed_by: "user_01" } })
 * // [{ program_id: "affprog_01", period: "2016-04", closed: true, status: "closed", closed_at: …, closed_by: "user_01", totals: [] }]
 */
export const closePeriodsWorkflow = createWorkflow(closePeriodsWorkflowId, (input: ClosePeriodsInput) => {
  const found = findPeriodsToCloseStep(input)
  when("affiliate-months-are-open", found, ({ has_open }) => has_open).then(() => {
    reconcileOrdersWorkflow.runAsStep({ input: { now: input.now } })
  })
  const { months, failures } = closePeriodsStep(input)
  const hasClosed = transform({ months }, ({ months }) => months.some(({ closed }) => closed))
  when("affiliate-months-may-be-paid-out", { input, hasClosed }, (data) => !data.input.period || data.hasClosed).then(() => {
    payOutDueMonthsWorkflow.runAsStep({ input: { now: input.now } })
  })
  throwCloseFailuresStep(failures)
  return new WorkflowResponse(months)
})
