import { rows, type Sql } from "../database/connection"
import { readPage, withPattern, type Bounds, type Comparison, type Listing, type PageOf, type PageRequest } from "../database/page"

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
  method: string
  /** When a provider was last asked to pay. */
  sent_at: Date | null
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
  method?: string[]
  number?: Comparison<number>
  amount?: Comparison<string>
  created_at?: Bounds<Date>
  sent_at?: Bounds<Date>
  ended_at?: Bounds<Date>
  /** Whether the affiliate told what the method has to know. */
  has_details?: boolean
  /** The payout's number or the affiliate's code. */
  q?: string
}

export const PAYOUTS: Listing<PayoutFilters> = {
  fields: `
    p.id, p.number, p.program_id, g.name AS program_name, p.affiliate_id, a.code AS affiliate_code,
    affiliate_round(p.amount, p.currency_code)::text AS amount, p.currency_code, p.method, p.sent_at, p.status, p.reference, p.reason,
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
    method: "p.method = ANY(:method)",
    has_details: `:has_details::boolean =
      EXISTS (SELECT 1 FROM affiliate_payout_details own WHERE own.id = p.payout_details_id AND own.details <> '{}')`,
    q: "'%' || p.number || '%' = :q OR a.code ILIKE :q",
  },
  orders: {
    number: "p.number",
    amount: "p.amount",
    created_at: "p.created_at",
    sent_at: "p.sent_at",
    ended_at: "p.ended_at",
  },
  defaultOrder: "-number",
  id: ["p.id"],
}

export const listPayouts = (sql: Sql, filters: PayoutFilters, page: PageRequest): Promise<PageOf<PayoutRow>> =>
  readPage(sql, PAYOUTS, withPattern(filters), page)

/** What people may see of the details a payout goes to; empty where there are none. */
export async function readMaskedDetails(sql: Sql, payoutId: string): Promise<string> {
  const [details] = await rows<{ masked: string }>(
    sql,
    `SELECT d.masked FROM affiliate_payout p JOIN affiliate_payout_details d ON d.id = p.payout_details_id WHERE p.id = :id`,
    { id: payoutId }
  )
  return details?.masked ?? ""
}
