/** What the doctor proves, in the order of its report: the rule, and what to do where it is broken. */
export const INVARIANTS = {
  orders_worth: {
    rule: "The commissions of each order add up to what the order is worth now.",
    advice: "Run medusa-affiliate reconcile --full. It appends what is missing, whatever the reason.",
  },
  undecided: {
    rule: "Each order since the first program has a decision, even if no affiliate gets it.",
    advice: "Run medusa-affiliate reconcile --full, and check why the hourly job did not run.",
  },
  quarantine: {
    rule: "No order is in quarantine.",
    advice: "Remove the cause that the error names, then run medusa-affiliate reconcile. It tries these orders again every time.",
  },
  decisions: {
    rule: "Each order has exactly one current decision, and its commissions are based on its own decisions.",
    advice: "The rows were changed by hand. Restore them from a backup, then run medusa-affiliate reconcile --full.",
  },
  terms: {
    rule: "Each decision follows the referrals and the settings that held when its order was placed.",
    advice:
      "Give the order by hand to the affiliate who is expected. If a decision or a setting's history was changed by hand, restore its rows from a backup.",
  },
  line_rates: {
    rule: "Each line of an order has the rate of the first rule that matched it when the order was placed, and no order earns more than its limit.",
    advice:
      "Kept terms, rules or commissions were changed by hand. Restore their rows from a backup, then run medusa-affiliate reconcile --full.",
  },
  sequences: {
    rule: "The commissions of each order are numbered 1, 2, 3, without gaps or duplicates.",
    advice: "Commissions were deleted or inserted by hand. Restore them from a backup, then run medusa-affiliate reconcile --full.",
  },
  one_close: {
    rule: "Each commission lies in one month of its program, and every closed month has counted its commissions.",
    advice: "It was written after its month was closed. Credit what is missing with an adjustment, and find out who wrote to the database.",
  },
  closes: {
    rule: "The lines of each closed month are the sums of its commissions with tiers, bonuses and limits, and corrections are credited or withheld as what they correct.",
    advice: "Rows of a closed month were changed by hand. Restore them from a backup, or correct the balance with an adjustment.",
  },
  period_commissions: {
    rule: "What tiers, bonuses and limits made of each closed month follows from its orders and the settings that held at its end.",
    advice:
      "Rows of a closed month, or a setting's history, were changed by hand. Restore them from a backup, or correct the balance with an adjustment.",
  },
  months: {
    rule: "Commissions lie within their month, months are closed in order, and none stays open for more than a day after its end.",
    advice: "Run medusa-affiliate monthly, and check why the hourly job did not run. A commission outside its month was changed by hand.",
  },
  time_zones: {
    rule: "The months of the next year begin at the same time for PostgreSQL and for Node.js.",
    advice:
      "PostgreSQL decides when a month ends, and pages print what Node.js knows. Update whichever is older: Node.js, or PostgreSQL with its time zone data.",
  },
  entries_balanced: {
    rule: "Each posting has two ledger entries in one currency that add up to zero.",
    advice: "The ledger was changed by hand. Restore its rows from a backup.",
  },
  entry_sources: {
    rule: "Each ledger entry matches its line, adjustment or payout, and each of these has its entries.",
    advice: "The ledger was changed by hand. Restore its rows from a backup.",
  },
  balances: {
    rule: "Each balance equals credits plus adjustments minus payouts.",
    advice: "See the exceptions of the other rules: they name the row that is missing or wrong.",
  },
  payouts_answered: {
    rule: "Each payout that was sent to a provider is answered within a day.",
    advice:
      "Ask the provider for its status. If the provider does not know, check the account it pays from, then mark the payout as paid or as failed.",
  },
  statement_numbers: {
    rule: "The statements of each program are numbered 1, 2, 3, without gaps or duplicates.",
    advice: "Statements were deleted or inserted by hand. Restore them from a backup: accountants ask for every number.",
  },
  statement_balances: {
    rule: "Each statement of a closed month opens and closes with the balance of the ledger.",
    advice:
      "Something was recorded in a closed month after its close. Restore the ledger's rows from a backup, or correct the balance with an adjustment.",
  },
  promo_codes: {
    rule: "Each promo code is the affiliate's alone and gives the discount of its program.",
    advice:
      "A code of the store's own promotions is spelled like an affiliate's: rename or delete that promotion. What differs otherwise is mended by the hourly job.",
  },
  store_references: {
    rule: "Programs and affiliates refer to customers, customer groups and sales channels that exist.",
    advice:
      "Take the deleted group or sales channel out of the program's form. An affiliate without a customer account is suspended by the hourly job; hand them over to another customer, or leave them suspended. Accounts that guests have registered are found by the hourly job.",
  },
  click_totals: {
    rule: "The daily totals of clicks add up to the clicks, as far as these are kept.",
    advice: "Run SELECT affiliate_recount_clicks('…') in the database, with the program's id. It counts the program's clicks anew.",
  },
  period_totals: {
    rule: "The totals of each month add up to its commissions.",
    advice:
      "Run SELECT affiliate_recount_period_totals('…') in the database, with the program's id. It adds the program's commissions up anew.",
  },
  quarter_hours: {
    rule: "The totals of each quarter of an hour, and of each affiliate's day, add up to what happened, as far as clicks are kept.",
    advice: "Run SELECT affiliate_recount_quarter_hours('…') in the database, with the program's id. It counts and adds up anew.",
  },
  orphans: {
    rule: "Each row belongs to an affiliate and a program that exist.",
    advice: "Something was deleted from the database. Restore it from a backup: commissions and balances still depend on it.",
  },
  deleted_rows: {
    rule: "No row that holds money is marked as deleted.",
    advice: "Set its deleted_at to null: screens hide the row, but balances count it.",
  },
  guards: {
    rule: "The triggers, indexes and constraints the ledger relies on are in place.",
    advice: "Restore the schema from a backup, or run the plugin's migrations on an empty database and copy what is missing from there.",
  },
} as const satisfies Record<string, { rule: string; advice: string }>

export type InvariantId = keyof typeof INVARIANTS

export const INVARIANT_IDS = Object.keys(INVARIANTS) as InvariantId[]

/** What can be wrong: the codes of every exception. */
export const INVARIANT_PROBLEMS = [
  "worth_differs",
  "not_recorded",
  "not_computable",
  "undecided",
  "quarantined",
  "decision_missing",
  "decision_of_another",
  "decided_twice",
  "settings_differ",
  "evidence_misjudged",
  "referral_overlooked",
  "rule_misjudged",
  "rate_differs",
  "limit_passed",
  "limit_differs",
  "tier_differs",
  "bonus_differs",
  "budget_passed",
  "budget_differs",
  "sequence_broken",
  "month_missing",
  "line_missing",
  "month_twice",
  "line_differs",
  "line_of_open_month",
  "closed_too_early",
  "outside_its_month",
  "left_open",
  "closed_out_of_order",
  "zone_differs",
  "correction_not_followed",
  "not_balanced",
  "entry_missing",
  "source_missing",
  "entry_differs",
  "balance_differs",
  "unanswered",
  "code_taken",
  "discount_missing",
  "discount_differs",
  "group_deleted",
  "sales_channel_deleted",
  "account_deleted",
  "account_unknown",
  "clicks_differ",
  "total_differs",
  "quarter_hour_differs",
  "day_differs",
  "span_differs",
  "affiliate_missing",
  "program_missing",
  "program_of_another",
  "marked_deleted",
  "guard_missing",
  "guard_disabled",
  "guard_invalid",
  "guard_not_unique",
  "guard_not_validated",
] as const

type InvariantProblem = (typeof INVARIANT_PROBLEMS)[number]

/** One row, or one group of rows, that breaks an invariant: its ids beside what was expected and found. */
export interface InvariantException {
  problem: InvariantProblem
  expected: string
  found: string
  [id: string]: string | number
}

export interface InvariantResult {
  id: InvariantId
  ok: boolean
  rule: string
  advice: string
  exception_count: number
  /** The first hundred. */
  exceptions: InvariantException[]
}

export interface DoctorReport {
  checked_at: Date
  ok: boolean
  invariants: InvariantResult[]
}
