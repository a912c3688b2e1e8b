import { z } from "@medusajs/framework/zod"

import { withAffiliates } from "../database/with-affiliates"
import { commissionLine, COMMISSION_STATUS, WITHHELD_REASON } from "./commission-line"
import { countCommissions, SEARCHED } from "./count-commissions"
import type { Sql } from "../database/connection"
import { decimal, integer, oneOf, text, time } from "../database/row-check"
import { readPage, withPattern, type Bounds, type Comparison, type PageOf, type PageRequest } from "../database/page"
import type { ReadableToEnd } from "../database/read-all"
import { commissionsByQuarterHour, countByQuarterHour } from "./kept-totals"
import { statusFilter } from "./status-filter"

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
  /** The closed period this row belongs to by its time, when it had to count in a later one. */
  corrects_period: string | null
  occurred_at: Date
  status: "pending" | "credited" | "withheld"
  /** Why it is withheld; null where it is not. */
  withheld_reason: string | null
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
  /** What made the order count for the affiliate. */
  source?: string[]
  /** Whether it is the first of its order, so that each order counts once. */
  first_of_order?: boolean
  /** A decimal in major units. */
  amount?: Comparison<string>
  occurred_at?: Bounds<Date>
  created_at?: Bounds<Date>
  /** The affiliate's code, the order's id or its number. */
  q?: string
}

export const COMMISSION_ROW = z.strictObject({
  id: text,
  order_id: text,
  order_display_id: integer.nullable(),
  affiliate_id: text,
  affiliate_code: text,
  program_id: text,
  kind: oneOf("order", "edit", "return", "refund", "cancel", "claim", "exchange", "reassign"),
  expense_amount: decimal,
  rate_percent: decimal,
  amount: decimal,
  currency_code: text,
  period: text,
  corrects_period: text.nullable(),
  occurred_at: time,
  status: oneOf("pending", "credited", "withheld"),
  withheld_reason: text.nullable(),
})

export const COMMISSION_FIELDS = `
    commission.id, commission.order_id, o.display_id AS order_display_id, commission.affiliate_id, affiliate.code AS affiliate_code,
    commission.program_id, commission.kind, affiliate_round(commission.expense_amount, commission.currency_code)::text AS expense_amount,
    commission.rate_percent::text, affiliate_round(commission.amount, commission.currency_code)::text AS amount, commission.currency_code,
    commission.period, commission.corrects_period, commission.occurred_at,
    ${COMMISSION_STATUS} AS status, ${WITHHELD_REASON} AS withheld_reason`

const JOINS = `JOIN affiliate ON affiliate.id = commission.affiliate_id
    LEFT JOIN "order" o ON o.id = commission.order_id
    ${commissionLine("commission")}`

export const COMMISSION_SOURCE = `affiliate_commission commission ${JOINS}`

export const COMMISSIONS: ReadableToEnd<CommissionFilters, CommissionRow> = {
  row: COMMISSION_ROW,
  fields: COMMISSION_FIELDS,
  from: "affiliate_commission commission",
  joins: JOINS,
  conditions: {
    id: "commission.id = ANY(:id)",
    affiliate_id: "commission.affiliate_id = ANY(:affiliate_id)",
    program_id: "commission.program_id = ANY(:program_id)",
    order_id: "commission.order_id = ANY(:order_id)",
    currency_code: "commission.currency_code = ANY(:currency_code)",
    kind: "commission.kind = ANY(:kind)",
    status: statusFilter,
    source: `EXISTS (SELECT 1 FROM affiliate_attribution decision
      WHERE decision.id = commission.attribution_id AND decision.source = ANY(:source))`,
    // Spelled like the index of later rows.
    first_of_order: (isFirst) => (isFirst ? "commission.sequence = 1" : "commission.sequence > 1"),
    q: SEARCHED,
  },
  orders: {
    occurred_at: "commission.occurred_at",
    period: "commission.period",
    created_at: "commission.created_at",
    amount: "commission.amount",
  },
  defaultOrder: "-occurred_at",
  neverNull: ["occurred_at", "period", "created_at", "amount"],
  id: ["commission.order_id", "commission.sequence"],
  grows: true,
  count: (filters) => countByQuarterHour(filters) ?? countCommissions(COMMISSIONS, filters),
  stretches: commissionsByQuarterHour,
  key: [
    ["commission.occurred_at", "timestamptz"],
    ["commission.order_id", "text"],
    ["commission.sequence", "int"],
  ],
}

export const listCommissions = async (sql: Sql, filters: CommissionFilters, page: PageRequest): Promise<PageOf<CommissionRow>> =>
  readPage(sql, COMMISSIONS, await withAffiliates(sql, withPattern(filters)), page)
