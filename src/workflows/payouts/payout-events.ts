import { transform, type WorkflowData } from "@medusajs/framework/workflows-sdk"

import { emitAffiliateEvents, type AffiliateEvent } from "../events"

export type PayoutEvent = Extract<AffiliateEvent, `affiliate.payout.${string}`>

/** In a workflow: emits an event for each of these payouts, once the outermost workflow has succeeded. */
export const emitPayoutEvents = (
  event: WorkflowData<PayoutEvent> | PayoutEvent,
  payoutIds: WorkflowData<string[]> | string[]
): ReturnType<typeof emitAffiliateEvents> =>
  emitAffiliateEvents(
    event,
    transform({ payoutIds }, ({ payoutIds }) => payoutIds.map((id) => ({ id })))
  )
