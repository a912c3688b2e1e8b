import type { PayoutRefusal, PayoutTotal } from "../../domain/payouts/payouts"
import type { Decimal, ListQuery, Page } from "./list"

export type { PayoutTotal }
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
  method: string
  /** When a provider was last asked to pay. From then on only he can say what became of it. */
  sent_at: string | null
  status: PayoutStatus
  /** The bank's name for the transfer. */
  reference: string | null
  /** Why it failed or was canceled. */
  reason: string | null
  /** What may be seen of where it goes. On a single payout only. */
  masked_details?: string
  created_at: string
  ended_at: string | null
}

/** A payout that would be made now. */
export interface PreviewedPayout {
  affiliate_id: string
  affiliate_code: string
  currency_code: string
  amount: Decimal
  method: string
  masked_details: string
}

/** Who stays without, and why. */
export interface SkippedPayout {
  affiliate_id: string
  affiliate_code: string
  /** Null of an affiliate who has no money in any currency. */
  currency_code: string | null
  available: Decimal
  method: string
  reason: PayoutRefusal
}

/** What paying out now would do. */
export interface PayoutPreviewResponse {
  payouts: PreviewedPayout[]
  skipped: SkippedPayout[]
  totals: PayoutTotal[]
  /** One word for all of it: handed in with the creation, it makes what was seen happen, or nothing. */
  fingerprint: string
}

export interface PayoutsQuery {
  program_id: string
  currency_code?: string
}

export interface PayoutsPayload extends PayoutsQuery {
  fingerprint: string
}

export interface SettlementPayload {
  ids: string[]
  reference?: string
}

export interface PayoutFilters {
  q?: string
  program_id?: string
  affiliate_id?: string
  status?: string
  method?: string
}

export type PayoutListQuery = ListQuery & PayoutFilters

export interface PayoutListResponse extends Page {
  payouts: Payout[]
}
