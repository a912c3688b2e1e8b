import type { AdminAffiliateCommissionRule, AdminCreateAffiliateCommissionRule } from "../../types"

/** A rule as months are calculated with it: one of the program's, changed or not, or a new one. */
export type ReplayedRule = AdminCreateAffiliateCommissionRule

/** What of a rule decides what orders earn, and its name. */
export const toReplayed = ({ name, rate, conditions, starts_at, ends_at }: AdminAffiliateCommissionRule): ReplayedRule => ({
  name,
  rate,
  conditions,
  starts_at,
  ends_at,
})
