import type { AffiliateStatus } from "../../domain/affiliates/transitions"
import { AffiliateEvents, type AffiliateStatusEvent } from "../events"

/** The event of a change of status. */
export function statusEvent({ status, former_status }: { status: AffiliateStatus; former_status: AffiliateStatus }): AffiliateStatusEvent {
  if (status === "suspended") return AffiliateEvents.SUSPENDED
  if (status === "rejected") return AffiliateEvents.REJECTED
  return former_status === "suspended" ? AffiliateEvents.REACTIVATED : AffiliateEvents.APPROVED
}
