import type { Decimal, ListQuery, Page } from "./list"

/** An affiliate's month in one currency. */
export interface Statement {
  /** "2016-04" */
  period: string
  currency_code: string
  status: "open" | "closed"
  opening_balance: Decimal
  commissions: Decimal
  adjustments: Decimal
  payouts: Decimal
  closing_balance: Decimal
  /** Null until it is issued. */
  number: string | null
  issued_at: string | null
}

export type StatementListQuery = Pick<ListQuery, "limit" | "offset" | "order">

export interface StatementListResponse extends Page {
  statements: Statement[]
}
