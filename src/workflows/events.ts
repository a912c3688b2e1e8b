import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { WorkflowData } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import type { AffiliateEvent, AffiliateEventPayloads } from "../types"
import { logAndContinue } from "./utils/log-and-continue"

export type { AffiliateEvent, AffiliateEventPayloads }

/** The events of an affiliate's status. */
export type AffiliateStatusEvent = `affiliate.${"approved" | "rejected" | "suspended" | "reactivated"}`

export const AffiliateEvents = {
  ENROLLED: "affiliate.enrolled",
  APPROVED: "affiliate.approved",
  REJECTED: "affiliate.rejected",
  SUSPENDED: "affiliate.suspended",
  REACTIVATED: "affiliate.reactivated",
  REFERRAL_CREATED: "affiliate.referral.created",
  PERIOD_CLOSED: "affiliate.period.closed",
  PAYOUT_CREATED: "affiliate.payout.created",
  PAYOUT_PAID: "affiliate.payout.paid",
  PAYOUT_FAILED: "affiliate.payout.failed",
  PAYOUT_CANCELED: "affiliate.payout.canceled",
  AGREEMENT_CHANGED: "affiliate.agreement.changed",
  AGREEMENT_ACCEPTED: "affiliate.agreement.accepted",
} as const satisfies Record<string, AffiliateEvent>

/** In a workflow: emits an event per payload once the outermost workflow has succeeded. */
export const emitAffiliateEvents = <Name extends AffiliateEvent>(
  eventName: WorkflowData<Name> | Name,
  data: WorkflowData<AffiliateEventPayloads[Name][]> | AffiliateEventPayloads[Name][]
): ReturnType<typeof emitEventStep> => emitEventStep({ eventName, data })

/**
 * Outside a workflow: emits an event per payload at once. A failing event bus is only logged, because what happened is in the database
 * already.
 */
export const emitAffiliateEventsNow = <Name extends AffiliateEvent>(
  container: MedusaContainer,
  name: Name,
  payloads: AffiliateEventPayloads[Name][]
): Promise<void> => {
  const messages = payloads.map((data) => ({ name, data }))
  const emit = () => container.resolve(Modules.EVENT_BUS).emit<unknown>(messages)
  return messages.length > 0 ? logAndContinue(container, `emitting ${name}`, emit, undefined) : Promise.resolve()
}
