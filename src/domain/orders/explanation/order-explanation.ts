import type { KeptEvidence } from "../../attribution/attribution"
import type { RuleRate } from "../../rules/rule-rate"

/** An affiliate as people know them. The name is that of their customer account, where there is one. */
export interface NamedAffiliate {
  id: string
  code: string
  number: number
  name: string | null
}

/** `flag` says that the order's e-mail is one of the affiliate's: a former one, or that of their payouts. It decides nothing. */
export type ExplainedEvidence = KeptEvidence & { affiliate_name: string | null; flag: "affiliate_email" | null }

/** A decision about the order: the one that stands, or one that another took the place of. */
export interface ExplainedDecision {
  id: string
  outcome: "attributed" | "none"
  reason: string
  source: "link" | "promo_code" | "manual" | null
  program_id: string | null
  affiliate: NamedAffiliate | null
  rate_percent: string | null
  rate_source: "affiliate" | "rules" | "program" | null
  /** Who decided by hand, or changed the customer's referral, and why. Null where the rules decided. */
  created_by: string | null
  created_by_name: string | null
  note: string | null
  decided_at: Date
  superseded_at: Date | null
}

/** What a close made of an affiliate's month: commissions of many orders. Payouts are made of balances, not of these. */
export interface ExplainedLine {
  id: string
  outcome: "credited" | "withheld"
  reason: string | null
  amount: string
  available_at: Date
  ledger_entries: { id: string; account: string; amount: string; currency_code: string; available_at: Date }[]
}

/** What a line of the order was worth at a commission, and what it earned. */
export interface ExplainedOrderLine {
  /** Null: shipping. */
  line_item_id: string | null
  title: string | null
  /** The rule that gave the rate, as it was when the order was placed. Null: the program's or the affiliate's own rate. */
  rule_id: string | null
  rule_name: string | null
  rule_public_name: string | null
  rate: RuleRate | null
  base: string
  /** Of a fixed amount, what it comes to in percent of the base; null where that is zero. */
  rate_percent: string | null
  amount: string
  /** What took something of it away. */
  cut_by: "margin_guard" | "line_value" | "order_limit" | null
}

export interface ExplainedCommission {
  id: string
  order_id: string
  order_display_id: number | null
  affiliate_id: string
  affiliate_code: string
  affiliate_name: string | null
  program_id: string
  kind: "order" | "edit" | "return" | "refund" | "cancel" | "claim" | "exchange" | "reassign"
  expense_amount: string
  rate_percent: string
  amount: string
  currency_code: string
  period: string
  corrects_period: string | null
  occurred_at: Date
  status: "pending" | "credited" | "withheld"
  /** What made the difference: a row of Medusa's order module, or the decision that gave the order to somebody else. */
  cause_type: "order" | "order_change" | "order_transaction" | "attribution" | null
  cause_id: string | null
  /** Whether the month it corrects is closed. */
  corrects_closed_period: boolean
  /** The line it went into when its month was closed. */
  line: ExplainedLine | null
  /** What the order was worth to the affiliate from then on, line by line. Empty where that was nothing. */
  lines: ExplainedOrderLine[]
}

/** Everything there is to say about an order's affiliate: why it earned or did not, and what became of it. */
export interface OrderExplanation {
  order_id: string
  order_display_id: number | null
  outcome: "attributed" | "none"
  reason: string
  program_id: string | null
  program_name: string | null
  /** The program's; of an order without one, that of the program that came nearest. */
  timezone: string
  affiliate: NamedAffiliate | null
  source: "link" | "promo_code" | "manual" | null
  rate_percent: string | null
  /** Whose rate it is (`rules`: the program's, for lines that no rule matches), and from when to when it held. Null: from the beginning, or until further notice. */
  rate_source: "affiliate" | "rules" | "program" | null
  rate_since: Date | null
  rate_until: Date | null
  commission_basis: "placed" | "captured" | null
  include_tax: boolean | null
  include_shipping: boolean | null
  placed_at: Date | null
  decided_at: Date | null
  quarantine: { error: string; attempts: number; first_failed_at: Date; last_failed_at: Date } | null
  evidence: ExplainedEvidence[]
  /** Oldest first; the last one stands. */
  decisions: ExplainedDecision[]
  commissions: ExplainedCommission[]
}
