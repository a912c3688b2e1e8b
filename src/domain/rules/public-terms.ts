import type { RuleTerms } from "./commission-rule"
import type { RuleRate } from "./rule-rate"

/** A rule as an affiliate may read it. */
export interface PublicRule {
  name: string
  rate: RuleRate
  /** The instant at which it ends; null where it has no end. */
  ends_at: Date | null
}

export interface AffiliateOfRules {
  id: string
  group_ids: string[]
  /** Their own rate comes before all rules, so that none of them is theirs. */
  has_own_rate: boolean
}

/**
 * The rules that hold now and can match orders of an affiliate, in their order: those with a public name, and of them only that name and the
 * rate. Conditions are the merchant's, because they may name other affiliates and customers.
 */
export function publicRulesOf(affiliate: AffiliateOfRules, rules: RuleTerms[], now: Date): PublicRule[] {
  if (affiliate.has_own_rate) return []
  return rules.flatMap(({ public_name, rate, conditions: { affiliate_ids, affiliate_group_ids }, starts_at, ends_at }) => {
    const holds = (!starts_at || starts_at <= now) && (!ends_at || now < ends_at)
    const isTheirs =
      (!affiliate_ids || affiliate_ids.includes(affiliate.id)) &&
      (!affiliate_group_ids || affiliate_group_ids.some((id) => affiliate.group_ids.includes(id)))
    return public_name !== null && holds && isTheirs ? [{ name: public_name, rate, ends_at }] : []
  })
}
