import type { Decimal } from "./list"
import type { Outcome } from "./period"

/** Other settings for a recorded month. Null leaves what was recorded. */
export interface ReplayPayload {
  commission_percent: string | null
  commission_basis: "placed" | "captured" | null
  include_tax: boolean | null
  include_shipping: boolean | null
  forbidden_customer_group_ids: string[] | null
}

export interface ReplayLine {
  affiliate_id: string
  affiliate_code: string
  currency_code: string
  actual_outcome: Outcome
  outcome: Outcome
  actual_amount: Decimal
  replayed_amount: Decimal
  difference: Decimal
  inexact_order_count: number
}

export interface ReplayTotal {
  currency_code: string
  actual_amount: Decimal
  replayed_amount: Decimal
  /** What more would have been credited. */
  difference: Decimal
}

export interface ReplayResponse {
  affiliate_replay: { lines: ReplayLine[]; totals: ReplayTotal[] }
}
