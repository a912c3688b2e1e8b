import type { Sql } from "../database/connection"
import { readPage, type Bounds, type Comparison, type Listing, type PageOf, type PageRequest } from "../database/page"

/** A credit (+) or debit (-) of an account. Amounts are decimal strings in major units, exact to the currency's digits. */
export interface LedgerEntryRow {
  id: string
  account: "affiliate" | "program_expense" | "payout"
  affiliate_id: string
  affiliate_code: string
  program_id: string
  source_type: string
  source_id: string
  period: string | null
  amount: string
  currency_code: string
  available_at: Date
  occurred_at: Date
  /** The reason of an adjustment or of a payout's end, or a payout's reference; and who made it. */
  note: string | null
  created_by: string | null
}

export interface LedgerFilters {
  affiliate_id?: string[]
  program_id?: string[]
  account?: string[]
  source_type?: string[]
  currency_code?: string[]
  period?: Comparison<string>
  amount?: Comparison<string>
  occurred_at?: Bounds<Date>
  available_at?: Bounds<Date>
}

const ENTRIES: Listing<LedgerFilters> = {
  fields: `
    e.id, e.account, e.affiliate_id, a.code AS affiliate_code, e.program_id, e.source_type, e.source_id, e.period,
    affiliate_round(e.amount, e.currency_code)::text AS amount, e.currency_code, e.available_at, e.occurred_at,
    CASE e.source_type WHEN 'payout' THEN x.reference WHEN 'payout_reversal' THEN x.reason ELSE j.reason END AS note,
    CASE e.source_type WHEN 'payout' THEN x.created_by WHEN 'payout_reversal' THEN x.ended_by ELSE j.created_by END AS created_by`,
  from: `affiliate_ledger_entry e
    JOIN affiliate a ON a.id = e.affiliate_id
    LEFT JOIN affiliate_adjustment j ON e.source_type = 'adjustment' AND j.id = e.source_id
    LEFT JOIN affiliate_payout x ON e.source_type IN ('payout', 'payout_reversal') AND x.id = e.source_id`,
  conditions: {
    affiliate_id: "e.affiliate_id = ANY(:affiliate_id)",
    program_id: "e.program_id = ANY(:program_id)",
    account: "e.account = ANY(:account)",
    source_type: "e.source_type = ANY(:source_type)",
    currency_code: "e.currency_code = ANY(:currency_code)",
  },
  orders: {
    occurred_at: "e.occurred_at",
    available_at: "e.available_at",
    period: "e.period",
    amount: "e.amount",
    id: "e.id",
  },
  defaultOrder: "-occurred_at",
  id: ["e.id"],
}

/** The entries of the affiliates' accounts, unless another account is asked for. */
export const listLedgerEntries = (sql: Sql, filters: LedgerFilters, page: PageRequest): Promise<PageOf<LedgerEntryRow>> =>
  readPage(sql, ENTRIES, { ...filters, account: filters.account ?? ["affiliate"] }, page)
