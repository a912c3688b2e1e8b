import type { AffiliateStatus } from "../../types"

export type StatusChange = "approve" | "reject" | "suspend" | "reactivate"

/** What can be done to several affiliates at once. */
export type BatchChange = "approve" | "reject" | "suspend" | "rate"

/** The status that each change leads to. */
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

/** The changes that are possible in a status. */
export const statusChanges = (status: AffiliateStatus): StatusChange[] => CHANGES[status]

/** Rejecting and suspending need a reason; approving and reactivating do not. */
export const needsReason = (change: StatusChange): boolean => change === "reject" || change === "suspend"
