import { z } from "@medusajs/framework/zod"

import type { Sql } from "../database/connection"
import { decimal, oneOf, text, time } from "../database/row-check"
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
  /** The reason of an adjustment or of a payout's end, or a payout's reference; and who entered it. */
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

const ENTRIES: Listing<LedgerFilters, LedgerEntryRow> = {
  row: z.strictObject({
    id: text,
    account: oneOf("affiliate", "program_expense", "payout"),
    affiliate_id: text,
    affiliate_code: text,
    program_id: text,
    source_type: text,
    source_id: text,
    period: text.nullable(),
    amount: decimal,
    currency_code: text,
    available_at: time,
    occurred_at: time,
    note: text.nullable(),
    created_by: text.nullable(),
  }),
  fields: `
    entry.id, entry.account, entry.affiliate_id, affiliate.code AS affiliate_code, entry.program_id, entry.source_type, entry.source_id,
    entry.period, affiliate_round(entry.amount, entry.currency_code)::text AS amount, entry.currency_code, entry.available_at, entry.occurred_at,
    CASE entry.source_type WHEN 'payout' THEN payout.reference WHEN 'payout_reversal' THEN payout.reason ELSE adjustment.reason END AS note,
    CASE entry.source_type WHEN 'payout' THEN payout.created_by WHEN 'payout_reversal' THEN payout.ended_by
                           ELSE adjustment.created_by END AS created_by`,
  from: "affiliate_ledger_entry entry",
  joins: `JOIN affiliate ON affiliate.id = entry.affiliate_id
    LEFT JOIN affiliate_adjustment adjustment ON entry.source_type = 'adjustment' AND adjustment.id = entry.source_id
    LEFT JOIN affiliate_payout payout ON entry.source_type IN ('payout', 'payout_reversal') AND payout.id = entry.source_id`,
  conditions: {
    affiliate_id: "entry.affiliate_id = ANY(:affiliate_id)",
    program_id: "entry.program_id = ANY(:program_id)",
    account: "entry.account = ANY(:account)",
    source_type: "entry.source_type = ANY(:source_type)",
    currency_code: "entry.currency_code = ANY(:currency_code)",
  },
  orders: {
    occurred_at: "entry.occurred_at",
    available_at: "entry.available_at",
    period: "entry.period",
    amount: "entry.amount",
    id: "entry.id",
  },
  defaultOrder: "-occurred_at",
  id: ["entry.id"],
  grows: true,
}

/** The entries of the affiliates' accounts, unless another account is requested. */
export const listLedgerEntries = (sql: Sql, filters: LedgerFilters, page: PageRequest): Promise<PageOf<LedgerEntryRow>> =>
  readPage(sql, ENTRIES, { ...filters, account: filters.account ?? ["affiliate"] }, page)
