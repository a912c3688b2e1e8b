/** What the doctor proves, in the order of its report: the rule, and what to do where it is broken. */
export const INVARIANTS = {
  orders_worth: {
    rule: "The commissions of each order add up to what the order is worth now.",
    advice: "Run medusa-affiliate reconcile --full. It appends what is missing, whatever the reason.",
  },
  undecided: {
    rule: "Each order since the first program has a decision, also when nobody earns.",
    advice: "Run medusa-affiliate reconcile --full, and look why the hourly job did not.",
  },
  quarantine: {
    rule: "No order stands in quarantine.",
    advice: "Remove the cause that the error names, then run medusa-affiliate reconcile. It tries these orders again every time.",
  },
  decisions: {
    rule: "Each order has one standing decision, and its commissions rest on decisions of its own.",
    advice: "The rows were changed by hand. Restore them from a backup, then run medusa-affiliate reconcile --full.",
  },
  sequences: {
    rule: "The commissions of each order are numbered 1, 2, 3, without gap or double.",
    advice: "Commissions were deleted or inserted by hand. Restore them from a backup, then run medusa-affiliate reconcile --full.",
  },
  one_close: {
    rule: "Each commission lies in one month of its program, and a closed month counted it.",
    advice: "It was written past the close. Credit what is missing with an adjustment, and look who wrote to the database.",
  },
  closes: {
    rule: "The lines of each closed month are what its commissions add up to.",
    advice: "Rows of a closed month were changed by hand. Restore them from a backup, or correct the balance with an adjustment.",
  },
  months: {
    rule: "Commissions lie within their month, and no month stays open for more than a day after its end.",
    advice: "Run medusa-affiliate monthly, and look why the hourly job did not. A commission outside its month was changed by hand.",
  },
  entries_balanced: {
    rule: "Each posting has two ledger entries in one currency that add up to zero.",
    advice: "The ledger was changed by hand. Restore its rows from a backup.",
  },
  entry_sources: {
    rule: "Each ledger entry is what its line, adjustment or payout says, and none of these lacks its entries.",
    advice: "The ledger was changed by hand. Restore its rows from a backup.",
  },
  balances: {
    rule: "Each balance is credits plus adjustments less payouts.",
    advice: "Look at the exceptions of the other rules: they tell which row is missing or wrong.",
  },
  payouts_answered: {
    rule: "Each payout a provider was asked to pay is answered within a day.",
    advice:
      "Ask the provider for it. When the provider cannot say, look at the account it pays from, and settle the payout or let it fail.",
  },
  statement_numbers: {
    rule: "The issued statements of each program are numbered 1, 2, 3, without gap or double.",
    advice: "Statements were deleted or inserted by hand. Restore them from a backup: accountants ask for every number.",
  },
  statement_balances: {
    rule: "Each issued statement opens and closes with the balance the ledger gives.",
    advice:
      "Something was recorded in a closed month past its statement. Restore the ledger's rows from a backup, or correct the balance with an adjustment.",
  },
  orphans: {
    rule: "Each row belongs to an affiliate and a program that exist.",
    advice: "Something was deleted from the database. Restore it from a backup: commissions and balances still rest on it.",
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
  "sequence_broken",
  "month_missing",
  "line_missing",
  "month_twice",
  "line_differs",
  "line_of_open_month",
  "closed_too_early",
  "outside_its_month",
  "left_open",
  "not_balanced",
  "entry_missing",
  "source_missing",
  "entry_differs",
  "balance_differs",
  "unanswered",
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

export type InvariantProblem = (typeof INVARIANT_PROBLEMS)[number]

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
