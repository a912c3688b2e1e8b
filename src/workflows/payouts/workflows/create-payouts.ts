import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

import { AffiliateEvents } from "../../events"
import { emitPayoutEvents } from "../payout-events"
import { createPayoutsStep, type CreatePayoutsInput } from "../steps/create-payouts"
import { sendPayoutsWorkflow } from "./send-payouts"

export const createPayoutsWorkflowId = "affiliate-create-payouts"

/**
 * Pays out the available balances of a program's affiliates, or of the affiliates named. Each payout is `processing` until it is settled,
 * fails or is canceled; where the method has a provider, the provider is asked to pay at once. Running it again pays nothing twice.
 *
 * @example
 * const { result } = await createPayoutsWorkflow(container).run({
 *   input: { program_id: "affprog_01", currency_code: "eur", created_by: "user_01" },
 * })
 * // [{ affiliate_id: "aff_01", affiliate_code: "k3v9q2xw", currency_code: "eur", available: "62.40", reason: null, payout_id: "affpay_01" },
 * //  { affiliate_id: "aff_02", affiliate_code: "tqwx30x9", currency_code: "eur", available: "3.00", reason: "below_minimum", payout_id: null }]
 */
export const createPayoutsWorkflow = createWorkflow(createPayoutsWorkflowId, (input: CreatePayoutsInput) => {
  const accounts = createPayoutsStep(input)
  const made = transform({ accounts }, ({ accounts }) => accounts.flatMap(({ payout_id }) => payout_id ?? []))
  emitPayoutEvents(AffiliateEvents.PAYOUT_CREATED, made)
  when("affiliate-payouts-were-made", made, (ids) => ids.length > 0).then(() => {
    sendPayoutsWorkflow.runAsStep({ input: transform({ made, input }, (data) => ({ ids: data.made, now: data.input.now })) })
  })
  return new WorkflowResponse(accounts)
})
