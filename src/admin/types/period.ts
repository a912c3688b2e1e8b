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

export interface PeriodLine {
  affiliate_id: string
  affiliate_code: string
  currency_code: string
  expense_amount: Decimal
  amount: Decimal
  commission_count: number
  order_count: number
  outcome: "credited" | "withheld"
  reason: string | null
  available_at: string | null
}

/** A month figure by figure. Of an open month: what the close would write. */
export interface PeriodDetail extends Period {
  lines: PeriodLine[]
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
