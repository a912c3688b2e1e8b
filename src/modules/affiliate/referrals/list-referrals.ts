import { z } from "@medusajs/framework/zod"

import { withAffiliates } from "../database/with-affiliates"
import type { Sql } from "../database/connection"
import { integer, oneOf, text, time } from "../database/row-check"
import { readPage, withPattern, type Bounds, type PageOf, type PageRequest } from "../database/page"
import type { ReadableToEnd } from "../database/read-all"

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
  /** Why an admin created the referral, and who. */
  reason: string | null
  created_by: string | null
  started_at: Date
  ended_at: Date | null
  /** Why an admin ended it, and who; empty when another referral replaced it. */
  ended_reason: string | null
  ended_by: string | null
  created_at: Date
}

export interface ReferralFilters {
  id?: string[]
  program_id?: string[]
  affiliate_id?: string[]
  /** Includes referrals of the customer's e-mail from before they had an account. */
  customer_id?: string[]
  source?: string[]
  active?: boolean
  started_at?: Bounds<Date>
  ended_at?: Bounds<Date>
  created_at?: Bounds<Date>
  q?: string
}

export const REFERRALS: ReadableToEnd<ReferralFilters, ReferralRow> = {
  row: z.strictObject({
    id: text,
    program_id: text,
    affiliate_id: text,
    affiliate: z.strictObject({ id: text, code: text, number: integer }),
    customer_id: text.nullable(),
    customer: z.strictObject({ id: text, email: text.nullable(), first_name: text.nullable(), last_name: text.nullable() }).nullable(),
    email: text,
    source: oneOf("link", "promo_code", "manual"),
    source_id: text.nullable(),
    order_id: text.nullable(),
    reason: text.nullable(),
    created_by: text.nullable(),
    started_at: time,
    ended_at: time.nullable(),
    ended_reason: text.nullable(),
    ended_by: text.nullable(),
    created_at: time,
  }),
  fields: `
    referral.id, referral.program_id, referral.affiliate_id,
    json_build_object('id', affiliate.id, 'code', affiliate.code, 'number', affiliate.number) AS affiliate, referral.customer_id,
    CASE WHEN customer.id IS NOT NULL
      THEN json_build_object('id', customer.id, 'email', customer.email, 'first_name', customer.first_name,
                             'last_name', customer.last_name) END AS customer,
    referral.email, referral.source, referral.source_id, referral.order_id, referral.reason, referral.created_by, referral.started_at,
    referral.ended_at, referral.ended_reason, referral.ended_by, referral.created_at`,
  from: "(SELECT * FROM affiliate_referral WHERE deleted_at IS NULL) referral",
  joins: `JOIN affiliate ON affiliate.id = referral.affiliate_id
    LEFT JOIN customer ON customer.id = referral.customer_id AND customer.deleted_at IS NULL`,
  conditions: {
    id: "referral.id = ANY(:id)",
    program_id: "referral.program_id = ANY(:program_id)",
    affiliate_id: "referral.affiliate_id = ANY(:affiliate_id)",
    customer_id: `referral.customer_id = ANY(:customer_id)
      OR referral.email = ANY(ARRAY(SELECT lower(account.email) FROM customer account WHERE account.id = ANY(:customer_id)))`,
    source: "referral.source = ANY(:source)",
    active: "(referral.ended_at IS NULL) = :active",
    q: `referral.email ILIKE :q
      OR referral.affiliate_id = ANY(:q_affiliates)
      OR referral.customer_id = ANY(ARRAY(
        SELECT customer.id FROM customer
        WHERE customer.deleted_at IS NULL AND concat_ws(' ', customer.first_name, customer.last_name) ILIKE :q))`,
  },
  orders: { started_at: "referral.started_at", ended_at: "referral.ended_at", created_at: "referral.created_at", email: "referral.email" },
  defaultOrder: "-started_at",
  neverNull: ["started_at", "created_at", "email"],
  id: ["referral.id"],
  grows: true,
  key: [
    ["referral.started_at", "timestamptz"],
    ["referral.id", "text"],
  ],
}

export const listReferrals = async (sql: Sql, filters: ReferralFilters, page: PageRequest): Promise<PageOf<ReferralRow>> =>
  readPage(sql, REFERRALS, await withAffiliates(sql, withPattern(filters)), page)
