import type {
  ExplainedCommission,
  ExplainedDecision,
  ExplainedLine,
  NamedAffiliate,
  OrderExplanation,
} from "../explanation/order-explanation"

export const ANNA: NamedAffiliate = { id: "aff_1", code: "k3v9", number: 7, name: "Anna Bell" }
export const OTTO: NamedAffiliate = { id: "aff_2", code: "w7x2", number: 8, name: null }

/** Order #12, placed on 5 April 2016 in Berlin; Anna's by her link. */
export const order = (overrides: Partial<OrderExplanation> = {}): OrderExplanation => ({
  order_id: "order_1",
  order_display_id: 12,
  outcome: "attributed",
  reason: "last_click",
  program_id: "affprog_1",
  program_name: "Friends",
  timezone: "Europe/Berlin",
  affiliate: ANNA,
  source: "link",
  rate_percent: "10",
  rate_source: "program",
  rate_since: null,
  rate_until: null,
  commission_basis: "placed",
  include_tax: false,
  include_shipping: false,
  placed_at: new Date("2016-04-05T10:00:00Z"),
  decided_at: new Date("2016-04-05T10:01:00Z"),
  quarantine: null,
  evidence: [],
  decisions: [],
  commissions: [],
  ...overrides,
})

export const nobodys = (reason: string, overrides: Partial<OrderExplanation> = {}): OrderExplanation =>
  order({ outcome: "none", reason, affiliate: null, program_name: null, source: null, rate_percent: null, rate_source: null, ...overrides })

export const evidence = (overrides: Partial<OrderExplanation["evidence"][number]> = {}): OrderExplanation["evidence"][number] => ({
  type: "click",
  id: "affclk_1",
  program_id: "affprog_1",
  affiliate_id: ANNA.id,
  affiliate_code: ANNA.code,
  affiliate_name: ANNA.name,
  occurred_at: "2016-04-03T08:12:00.000Z",
  verdict: "chosen",
  reason: null,
  flag: null,
  ...overrides,
})

export const decision = (overrides: Partial<ExplainedDecision> = {}): ExplainedDecision => ({
  id: "affattr_1",
  outcome: "attributed",
  reason: "last_click",
  source: "link",
  program_id: "affprog_1",
  affiliate: ANNA,
  rate_percent: "10",
  rate_source: "program",
  created_by: null,
  created_by_name: null,
  note: null,
  decided_at: new Date("2016-04-05T10:01:00Z"),
  superseded_at: null,
  ...overrides,
})

/** 100.00 EUR that earn Anna 10.00 EUR in April. */
export const commission = (overrides: Partial<ExplainedCommission> = {}): ExplainedCommission => ({
  id: "affcom_1",
  order_id: "order_1",
  order_display_id: 12,
  affiliate_id: ANNA.id,
  affiliate_code: ANNA.code,
  affiliate_name: ANNA.name,
  program_id: "affprog_1",
  kind: "order",
  expense_amount: "100.00",
  rate_percent: "10",
  amount: "10.00",
  currency_code: "eur",
  period: "2016-04",
  corrects_period: null,
  occurred_at: new Date("2016-04-05T10:00:00Z"),
  status: "pending",
  cause_type: "order",
  cause_id: "order_1",
  corrects_closed_period: false,
  line: null,
  lines: [],
  ...overrides,
})

/** Anna's April: 35.00 EUR, of which an order's 10.00 EUR are a part. */
export const line = (overrides: Partial<ExplainedLine> = {}): ExplainedLine => ({
  id: "affline_1",
  outcome: "credited",
  reason: null,
  amount: "35.00",
  available_at: new Date("2016-05-14T22:00:00Z"),
  ledger_entries: [
    { id: "affent_1", account: "affiliate", amount: "35.00", currency_code: "eur", available_at: new Date("2016-05-14T22:00:00Z") },
    { id: "affent_2", account: "program_expense", amount: "-35.00", currency_code: "eur", available_at: new Date("2016-05-14T22:00:00Z") },
  ],
  ...overrides,
})
