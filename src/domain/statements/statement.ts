import type { StatementHead } from "./statement-head"

/** One row of a statement. Amounts are signed decimal strings in major units, exact to the currency's digits. */
export interface StatementLine {
  type: "commission" | "close" | "adjustment" | "payout" | "payout_reversal"
  currency_code: string
  occurred_at: Date
  order_id: string | null
  order_display_id: number | null
  /** What happened to the order; `tier`, `new_customer`, `welcome`, `limit` and `budget` are of the month itself and have no order. */
  kind: string | null
  /** The closed month a commission belongs to by its time. */
  corrects_period: string | null
  expense_amount: string | null
  rate_percent: string | null
  amount: string
  /** Of a commission: a pending or withheld one is in no balance. */
  status: "pending" | "credited" | "withheld" | null
  /** Why a commission was withheld, or what an adjustment is for. */
  reason: string | null
  payout_number: number | null
  method: string | null
  /** The bank's or provider's name for a payout. */
  reference: string | null
}

/**
 * One affiliate's month in one currency. `opening_balance + commissions + adjustments + payouts = closing_balance`, and a statement opens
 * with what the one before closed with.
 */
export interface StatementSummary {
  /** `YYYY-MM` */
  period: string
  currency_code: string
  status: "open" | "closed"
  opening_balance: string
  /** What the close credited; 0 while the month is open. */
  commissions: string
  adjustments: string
  /** What was paid out, below zero, with what came back of payouts that failed or were canceled. */
  payouts: string
  closing_balance: string
  /** Commissions of an open month. In no balance yet. */
  pending: string
  /** Commissions the close did not credit. In no balance. */
  withheld: string
  /** What the program's budget took off (below zero) or gave back, of this month and of those it corrects. `commissions` or `withheld` includes it. */
  budget: string
  /** As printed, with the prefix. Null until the statement is issued. */
  number: string | null
  issued_at: Date | null
}

export interface Statement extends StatementSummary {
  lines: StatementLine[]
}

/** A statement that was issued: with number and head, as they were then. */
export interface IssuedStatement extends Statement, StatementHead {
  number: string
  issued_at: Date
}
