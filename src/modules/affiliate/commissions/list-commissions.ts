import { COMMISSION_LINE, COMMISSION_STATUS } from "./commission-line"
import type { Sql } from "../database/connection"
import { readPage, withPattern, type Bounds, type Comparison, type Listing, type PageOf, type PageRequest } from "../database/page"

/** What one order, or one change of it, earns. Amounts are decimal strings in major units, exact to the currency's digits. */
export interface CommissionRow {
  id: string
  order_id: string
  order_display_id: number | null
  affiliate_id: string
  affiliate_code: string
  program_id: string
  kind: "order" | "edit" | "return" | "refund" | "cancel" | "claim" | "exchange" | "reassign"
  expense_amount: string
  rate_percent: string
  amount: string
  currency_code: string
  period: string
  /** The closed month this row belongs to by its time, when it had to be counted in a later one. */
  corrects_period: string | null
  occurred_at: Date
  status: "pending" | "credited" | "withheld"
}

export interface CommissionFilters {
  id?: string[]
  affiliate_id?: string[]
  program_id?: string[]
  order_id?: string[]
  period?: Comparison<string>
  currency_code?: string[]
  kind?: string[]
  status?: string[]
  /** A decimal in major units. */
  amount?: Comparison<string>
  occurred_at?: Bounds<Date>
  created_at?: Bounds<Date>
  /** The affiliate's code, the order's id or its number. */
  q?: string
}

export const COMMISSION_FIELDS = `
    c.id, c.order_id, o.display_id AS order_display_id, c.affiliate_id, a.code AS affiliate_code, c.program_id, c.kind,
    affiliate_round(c.expense_amount, c.currency_code)::text AS expense_amount, c.rate_percent::text,
    affiliate_round(c.amount, c.currency_code)::text AS amount, c.currency_code, c.period, c.corrects_period, c.occurred_at,
    ${COMMISSION_STATUS} AS status`

export const COMMISSION_SOURCE = `affiliate_commission c
    JOIN affiliate a ON a.id = c.affiliate_id
    LEFT JOIN "order" o ON o.id = c.order_id
    ${COMMISSION_LINE}`

const COMMISSIONS: Listing<CommissionFilters> = {
  fields: COMMISSION_FIELDS,
  from: COMMISSION_SOURCE,
  conditions: {
    id: "c.id = ANY(:id)",
    affiliate_id: "c.affiliate_id = ANY(:affiliate_id)",
    program_id: "c.program_id = ANY(:program_id)",
    order_id: "c.order_id = ANY(:order_id)",
    currency_code: "c.currency_code = ANY(:currency_code)",
    kind: "c.kind = ANY(:kind)",
    status: `${COMMISSION_STATUS} = ANY(:status)`,
    q: "a.code ILIKE :q OR c.order_id ILIKE :q OR '%' || o.display_id || '%' = :q",
  },
  orders: { occurred_at: "c.occurred_at", period: "c.period", created_at: "c.created_at", amount: "c.amount" },
  defaultOrder: "-occurred_at",
  id: ["c.order_id", "c.sequence"],
}

export const listCommissions = (sql: Sql, filters: CommissionFilters, page: PageRequest): Promise<PageOf<CommissionRow>> =>
  readPage(sql, COMMISSIONS, withPattern(filters), page)
