import type { Sql } from "../database/connection"
import { readPage, withPattern, type Bounds, type Listing, type PageOf, type PageRequest } from "../database/page"

export interface ReferralRow {
  id: string
  program_id: string
  affiliate_id: string
  affiliate: { id: string; code: string; number: number }
  customer_id: string | null
  customer: { id: string; email: string | null; first_name: string | null; last_name: string | null } | null
  email: string
  source: "link" | "promo_code" | "manual"
  source_id: string | null
  order_id: string | null
  /** Why an admin made the tie, and who. */
  reason: string | null
  created_by: string | null
  started_at: Date
  ended_at: Date | null
  /** Why an admin ended it, and who; empty when another tie took its place. */
  ended_reason: string | null
  ended_by: string | null
  created_at: Date
}

export interface ReferralFilters {
  id?: string[]
  program_id?: string[]
  affiliate_id?: string[]
  /** Also the ties made for his e-mail before he had an account. */
  customer_id?: string[]
  source?: string[]
  active?: boolean
  started_at?: Bounds<Date>
  ended_at?: Bounds<Date>
  created_at?: Bounds<Date>
  q?: string
}

const REFERRALS: Listing<ReferralFilters> = {
  fields: `
    r.id, r.program_id, r.affiliate_id, json_build_object('id', a.id, 'code', a.code, 'number', a.number) AS affiliate, r.customer_id,
    CASE WHEN c.id IS NOT NULL
      THEN json_build_object('id', c.id, 'email', c.email, 'first_name', c.first_name, 'last_name', c.last_name) END AS customer,
    r.email, r.source, r.source_id, r.order_id, r.reason, r.created_by, r.started_at, r.ended_at, r.ended_reason, r.ended_by, r.created_at`,
  from: `(SELECT * FROM affiliate_referral WHERE deleted_at IS NULL) r
    JOIN affiliate a ON a.id = r.affiliate_id
    LEFT JOIN customer c ON c.id = r.customer_id AND c.deleted_at IS NULL`,
  conditions: {
    id: "r.id = ANY(:id)",
    program_id: "r.program_id = ANY(:program_id)",
    affiliate_id: "r.affiliate_id = ANY(:affiliate_id)",
    customer_id: "r.customer_id = ANY(:customer_id) OR r.email IN (SELECT lower(x.email) FROM customer x WHERE x.id = ANY(:customer_id))",
    source: "r.source = ANY(:source)",
    active: "(r.ended_at IS NULL) = :active",
    q: "r.email ILIKE :q OR a.code ILIKE :q OR concat_ws(' ', c.first_name, c.last_name) ILIKE :q",
  },
  orders: { started_at: "r.started_at", ended_at: "r.ended_at", created_at: "r.created_at", email: "r.email" },
  defaultOrder: "-started_at",
  id: ["r.id"],
}

export const listReferrals = (sql: Sql, filters: ReferralFilters, page: PageRequest): Promise<PageOf<ReferralRow>> =>
  readPage(sql, REFERRALS, withPattern(filters), page)
