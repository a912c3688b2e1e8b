import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { WorkflowData } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"

import type { AffiliateStatus } from "../domain/affiliates/transitions"
import { logAndContinue } from "./utils/log-and-continue"

/** The events that this plugin emits, and their payloads: ids and a few facts, never an e-mail address or payout details. */
export interface AffiliateEventPayloads {
  /** A customer became an affiliate, `pending` where the program requires approval. */
  "affiliate.enrolled": { id: string; program_id: string; customer_id: string; status: AffiliateStatus }
  /** The affiliate was pending or rejected and is active now. */
  "affiliate.approved": { id: string; program_id: string }
  "affiliate.rejected": { id: string; program_id: string }
  "affiliate.suspended": { id: string; program_id: string }
  /** The affiliate was suspended and is active again. */
  "affiliate.reactivated": { id: string; program_id: string }
  /** A customer became the referral of an affiliate. */
  "affiliate.referral.created": { id: string; program_id: string; affiliate_id: string }
  "affiliate.period.closed": { program_id: string; period: string }
  "affiliate.payout.created": { id: string }
  "affiliate.payout.paid": { id: string }
  "affiliate.payout.failed": { id: string }
  "affiliate.payout.canceled": { id: string }
  /** A program's agreement has a new version. `id` is the version's. */
  "affiliate.agreement.changed": { id: string; program_id: string; version: number }
  "affiliate.agreement.accepted": { affiliate_id: string; version: number }
}

export type AffiliateEvent = keyof AffiliateEventPayloads

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
) => emitEventStep({ eventName, data })

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
