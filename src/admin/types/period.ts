import type { Decimal, ListQuery, Page } from "./list"

export interface PeriodTotal {
  currency_code: string
  /** What is credited, or would be if the month closed now. */
  amount: Decimal
  withheld_amount: Decimal
  expense_amount: Decimal
  affiliate_count: number
  order_count: number
}

export interface Period {
  id?: string
  program_id: string
  program_name?: string
  /** "2016-04" */
  period: string
  status: "open" | "closed"
  starts_at: string
  /** The first moment that no longer belongs to the month. */
  ends_at: string
  closed_at: string | null
  totals: PeriodTotal[]
}

export type Outcome = "credited" | "withheld"

export interface PeriodLine {
  affiliate_id: string
  affiliate_code: string
  currency_code: string
  expense_amount: Decimal
  amount: Decimal
  commission_count: number
  order_count: number
  outcome: Outcome
  reason: string | null
  available_at: string | null
  /** What the affiliate earned in the month before, credited and withheld together. */
  previous_amount: Decimal
  difference: Decimal
}

/** Who earned in the month before, and has nothing in this one. */
export type AbsentLine = Pick<PeriodLine, "affiliate_id" | "affiliate_code" | "currency_code" | "previous_amount" | "difference">

export interface PeriodComparison {
  currency_code: string
  amount: Decimal
  previous_amount: Decimal
  difference: Decimal
}

/** A month figure by figure. Of an open month: what the close would write. */
export interface PeriodDetail extends Period {
  lines: PeriodLine[]
  absent: AbsentLine[]
  comparison: PeriodComparison[]
  /** When the last reconciliation began. */
  reconciled_at: string | null
}

export interface PeriodListQuery extends ListQuery {
  program_id?: string
}

export interface PeriodResponse {
  affiliate_period: PeriodDetail
}

export interface PeriodListResponse extends Page {
  affiliate_periods: Period[]
}
