import type { AffiliateStatus } from "../../types"

export type StatusChange = "approve" | "reject" | "suspend" | "reactivate"

/** Which status a change leads to. */
export const STATUS_AFTER: Record<StatusChange, AffiliateStatus> = {
  approve: "active",
  reject: "rejected",
  suspend: "suspended",
  reactivate: "active",
}

const CHANGES: Record<AffiliateStatus, StatusChange[]> = {
  pending: ["approve", "reject"],
  active: ["suspend"],
  suspended: ["reactivate"],
  rejected: ["reactivate"],
}

/** What can be done with an affiliate of this status. */
export const statusChanges = (status: AffiliateStatus): StatusChange[] => CHANGES[status]

/** What gives an affiliate his place (back) needs no reason; what takes it away does. */
export const needsReason = (change: StatusChange): boolean => change === "reject" || change === "suspend"
