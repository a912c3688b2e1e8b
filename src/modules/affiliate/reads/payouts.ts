import type { Sql } from "../sql/connection"
import { readPage, withPattern, type Listing, type PageOf, type PageRequest } from "./page"

/** Money to one affiliate. The amount is a decimal string in major units, exact to the currency's digits. */
export interface PayoutRow {
  id: string
  number: number
  program_id: string
  program_name: string
  affiliate_id: string
  affiliate_code: string
  amount: string
  currency_code: string
  status: "processing" | "paid" | "failed" | "canceled"
  reference: string | null
  /** Why it failed or was canceled. */
  reason: string | null
  created_by: string
  created_at: Date
  ended_by: string | null
  ended_at: Date | null
}

export interface PayoutFilters {
  id?: string[]
  program_id?: string[]
  affiliate_id?: string[]
  status?: string[]
  currency_code?: string[]
  /** The payout's number or the affiliate's code. */
  q?: string
}

const PAYOUTS: Listing<PayoutFilters> = {
  fields: `
    p.id, p.number, p.program_id, g.name AS program_name, p.affiliate_id, a.code AS affiliate_code,
    affiliate_round(p.amount, p.currency_code)::text AS amount, p.currency_code, p.status, p.reference, p.reason,
    p.created_by, p.created_at, p.ended_by, p.ended_at`,
  from: `affiliate_payout p
    JOIN affiliate a ON a.id = p.affiliate_id
    JOIN affiliate_program g ON g.id = p.program_id`,
  conditions: {
    id: "p.id = ANY(:id)",
    program_id: "p.program_id = ANY(:program_id)",
    affiliate_id: "p.affiliate_id = ANY(:affiliate_id)",
    status: "p.status = ANY(:status)",
    currency_code: "p.currency_code = ANY(:currency_code)",
    q: "'%' || p.number || '%' = :q OR a.code ILIKE :q",
  },
  orders: { number: "p.number", created_at: "p.created_at", ended_at: "p.ended_at" },
  defaultOrder: "-number",
  id: ["p.id"],
}

export const readPayouts = (sql: Sql, filters: PayoutFilters, page: PageRequest): Promise<PageOf<PayoutRow>> =>
  readPage(sql, PAYOUTS, withPattern(filters), page)
