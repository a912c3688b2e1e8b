import type { Decimal, ListQuery, Page } from "./list"

export type PayoutStatus = "processing" | "paid" | "failed" | "canceled"

export interface Payout {
  id: string
  number: number
  program_id: string
  program_name: string
  affiliate_id: string
  affiliate_code: string
  amount: Decimal
  currency_code: string
  status: PayoutStatus
  /** The bank's name for the transfer. */
  reference: string | null
  /** Why it failed or was canceled. */
  reason: string | null
  created_at: string
  ended_at: string | null
}

/** What paying out now comes to in one currency. */
export interface PayoutTotal {
  currency_code: string
  amount: Decimal
  payout_count: number
  /** How many stay without, by reason. */
  skipped: Record<"already_processing" | "nothing_available" | "affiliate_not_active" | "below_minimum", number>
}

export interface PayoutsPayload {
  program_id: string
  currency_code?: string
}

export interface PayoutListQuery extends ListQuery {
  program_id?: string
  affiliate_id?: string
  status?: string
}

export interface PayoutListResponse extends Page {
  payouts: Payout[]
}
