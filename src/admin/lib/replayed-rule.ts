import type { AdminAffiliateCommissionRule, AdminCreateAffiliateCommissionRule } from "../../../../types"

/** A rule as months are calculated with it: one of the program's, changed or not, or a new one. */
export type ReplayedRule = AdminCreateAffiliateCommissionRule & { id?: string }

/** What of a rule decides what orders earn, and its name. */
export const toReplayed = ({ id, name, rate, conditions, starts_at, ends_at }: AdminAffiliateCommissionRule): ReplayedRule => ({
  id,
  name,
  rate,
  conditions,
  starts_at,
  ends_at,
})
