export type AffiliateStatus = "pending" | "active" | "suspended" | "rejected"

const NEXT: Record<AffiliateStatus, AffiliateStatus[]> = {
  pending: ["active", "rejected"],
  active: ["suspended"],
  suspended: ["active"],
  rejected: ["active"],
}

/** Whether an affiliate may go from one status to another. Keeping the status is legal: a form sends every field it shows. */
export const mayBecome = (from: AffiliateStatus, to: AffiliateStatus): boolean => from === to || NEXT[from].includes(to)
