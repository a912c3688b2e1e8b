import type { RuleInput } from "../../domain/rules/commission-rule"
import type { RuleConditions } from "../../domain/rules/rule-conditions"
import type { RuleRate } from "../../domain/rules/rule-rate"
import type { TierProgress } from "../../modules/affiliate/periods/tier-progress"
import type { OwnTerms } from "../../modules/affiliate/rules/own-terms"
import type { RuleWarning } from "../../domain/rules/rule-warnings"
import type { RuleRow } from "../../modules/affiliate/rules/list-rules"
import type { RuleTrial, RuleTrialResult } from "../../modules/affiliate/rules/try-rules"
import type { Serialized } from "../serialized"
import type { PageParams, PaginatedResponse } from "./common"

/** What a line earns that a rule matches. */
export type AffiliateCommissionRuleRate = RuleRate

/** A line has to meet all of them, and of each kind one value is enough. */
export type AffiliateCommissionRuleConditions = RuleConditions

/** What a merchant should look at; nothing was refused because of it. */
export type AffiliateCommissionRuleWarning = RuleWarning

export type AdminAffiliateCommissionRule = Serialized<RuleRow>

/** `GET /admin/affiliate-programs/:id/commission-rules` */
export type AdminAffiliateCommissionRuleListParams = PageParams

export interface AdminAffiliateCommissionRuleListResponse extends PaginatedResponse {
  commission_rules: AdminAffiliateCommissionRule[]
  /** About all rules of the program, not only those of the page. */
  warnings: AffiliateCommissionRuleWarning[]
}

/** `GET …/commission-rules/:rule_id`, and what creating and updating answer. */
export interface AdminAffiliateCommissionRuleResponse {
  commission_rule: AdminAffiliateCommissionRule
  /** About this rule. */
  warnings: AffiliateCommissionRuleWarning[]
}

/** `POST …/commission-rules/:rule_id`. What is left out stays as it is; `rate` and `conditions` are each replaced as a whole. */
export type AdminUpdateAffiliateCommissionRule = Serialized<RuleInput>

/** `POST /admin/affiliate-programs/:id/commission-rules` */
export type AdminCreateAffiliateCommissionRule = AdminUpdateAffiliateCommissionRule &
  Required<Pick<AdminUpdateAffiliateCommissionRule, "name" | "rate">>

/** `POST …/commission-rules/order` */
export interface AdminOrderAffiliateCommissionRules {
  /** All rules of the program, each once. */
  ids: string[]
}

export interface AdminOrderAffiliateCommissionRulesResponse {
  commission_rules: AdminAffiliateCommissionRule[]
  warnings: AffiliateCommissionRuleWarning[]
}

/** `DELETE …/commission-rules/:rule_id` */
export interface AdminAffiliateCommissionRuleDeleteResponse {
  id: string
  object: "affiliate_commission_rule"
  deleted: boolean
}

/** `POST …/commission-rules/try`: a line that might be ordered. What is left out is not known, and a rule that asks for it does not match. */
export type AdminTryAffiliateCommissionRules = Serialized<RuleTrial>

export type AdminTryAffiliateCommissionRulesResponse = RuleTrialResult

/** What an affiliate's orders earn now: of the rules only their public names, rates and ends. */
export type StoreAffiliateTerms = Serialized<OwnTerms> & {
  /** How far this month has come towards the tiers, in each currency. Empty where it has none, or orders count in every currency and there is none yet. */
  tier_progress: TierProgress[]
}

/** `GET /store/affiliates/me/:id/terms` */
export interface StoreAffiliateTermsResponse {
  terms: StoreAffiliateTerms
}
