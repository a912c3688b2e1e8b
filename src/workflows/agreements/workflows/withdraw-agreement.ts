import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import type { AgreementWithdrawal } from "../../../modules/affiliate/agreements/withdraw-agreement"
import type { GivenTime } from "../../../modules/affiliate/database/clock"
import { withdrawAgreementStep } from "../steps/withdraw-agreement"

export const withdrawAgreementWorkflowId = "affiliate-withdraw-agreement"

/**
 * An affiliate withdraws from the agreement, whichever version they accepted. The acceptance stays on record, and they can accept again.
 *
 * @example
 * await withdrawAgreementWorkflow(container).run({ input: { affiliate_id: "aff_01", withdrawn_by: "cus_01" } })
 * // { affiliate_id: "aff_01", withdrawn: true }
 */
export const withdrawAgreementWorkflow = createWorkflow(withdrawAgreementWorkflowId, (input: GivenTime<AgreementWithdrawal>) => {
  return new WorkflowResponse(withdrawAgreementStep(input))
})
