import type { Comparison, CountedResponse, DecimalInput, ListParams, OneOrMany, TimeFilter } from "./common"

export type AffiliateLedgerAccount = "affiliate" | "program_expense" | "payout"

/** What an entry books. */
export type AffiliateLedgerSource = "period_line" | "adjustment" | "payout" | "payout_reversal"

/** One leg of a posting. */
export interface AdminAffiliateLedgerEntry {
  id: string
  account: AffiliateLedgerAccount
  affiliate_id: string
  affiliate_code: string
  program_id: string
  /** An `AffiliateLedgerSource`. */
  source_type: string
  source_id: string
  period: string | null
  amount: string
  currency_code: string
  available_at: string
  occurred_at: string
  /** The reason of an adjustment or of a payout's end, or a payout's reference; and who made it. */
  note: string | null
  created_by: string | null
}

/** `GET /admin/affiliate-ledger` */
export interface AdminAffiliateLedgerEntryListParams extends ListParams {
  affiliate_id?: OneOrMany<string>
  program_id?: OneOrMany<string>
  account?: OneOrMany<AffiliateLedgerAccount>
  source_type?: OneOrMany<AffiliateLedgerSource>
  currency_code?: OneOrMany<string>
  period?: Comparison<string>
  amount?: Comparison<DecimalInput>
  occurred_at?: TimeFilter
  available_at?: TimeFilter
}

export interface AdminAffiliateLedgerEntryListResponse extends CountedResponse {
  affiliate_ledger_entries: AdminAffiliateLedgerEntry[]
}

/** Without who made it, and without the note of a payout that was taken back. */
export type StoreAffiliateLedgerEntry = Omit<AdminAffiliateLedgerEntry, "created_by">

/** `GET /store/affiliates/me/:id/ledger` */
export interface StoreAffiliateLedgerEntryListParams extends ListParams {
  currency_code?: OneOrMany<string>
  source_type?: OneOrMany<AffiliateLedgerSource>
  period?: Comparison<string>
  amount?: Comparison<DecimalInput>
  occurred_at?: TimeFilter
  available_at?: TimeFilter
}

export interface StoreAffiliateLedgerEntryListResponse extends CountedResponse {
  ledger_entries: StoreAffiliateLedgerEntry[]
}
