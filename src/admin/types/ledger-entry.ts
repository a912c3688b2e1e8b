import type { Decimal, ListQuery, Page } from "./list"

export interface LedgerEntry {
  id: string
  affiliate_id: string
  program_id: string
  source_type: string
  source_id: string
  period: string | null
  amount: Decimal
  currency_code: string
  available_at: string | null
  occurred_at: string
  note: string | null
}

export interface LedgerListQuery extends ListQuery {
  affiliate_id: string
}

export interface LedgerListResponse extends Page {
  ledger_entries: LedgerEntry[]
}
