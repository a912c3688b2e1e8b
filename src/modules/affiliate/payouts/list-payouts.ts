import { z } from "@medusajs/framework/zod"

import { rows, type Sql } from "../database/connection"
import { decimal, integer, oneOf, text, time } from "../database/row-check"
import { readPage, withPattern, type Bounds, type Comparison, type Listing, type PageOf, type PageRequest } from "../database/page"

/** Money to one affiliate. The amount is a decimal string in major units, exact to the currency's digits. */
export interface PayoutRow {
  id: string
  number: number
  /** The round it was made in. */
  pay_run_id: string
  program_id: string
  program_name: string
  affiliate_id: string
  affiliate_code: string
  amount: string
  currency_code: string
  method: string
  /** When it last stood in a payment file. */
  exported_at: Date | null
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
  pay_run_id?: string[]
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
  /** Whether the affiliate gave the details that the method needs. */
  has_details?: boolean
  /** Whether it stood in a payment file. */
  is_exported?: boolean
  /** Whether it is the newest payout of its affiliate in its currency. */
  is_last?: boolean
  /** The payout's number or reference, or the affiliate's code, name or e-mail. */
  q?: string
}

/** Whether no later payout went to the same affiliate in the same currency, so that a failed one still waits for another attempt. */
export const isLastOfAccount = (payout: string): string => `
  NOT EXISTS (SELECT 1 FROM affiliate_payout later
              WHERE later.affiliate_id = ${payout}.affiliate_id AND later.currency_code = ${payout}.currency_code AND later.number > ${payout}.number)`

export const PAYOUTS: Listing<PayoutFilters, PayoutRow> = {
  row: z.strictObject({
    id: text,
    number: integer,
    pay_run_id: text,
    program_id: text,
    program_name: text,
    affiliate_id: text,
    affiliate_code: text,
    amount: decimal,
    currency_code: text,
    method: text,
    exported_at: time.nullable(),
    sent_at: time.nullable(),
    status: oneOf("processing", "paid", "failed", "canceled"),
    reference: text.nullable(),
    reason: text.nullable(),
    created_by: text,
    created_at: time,
    ended_by: text.nullable(),
    ended_at: time.nullable(),
  }),
  fields: `
    payout.id, payout.number, payout.pay_run_id, payout.program_id, program.name AS program_name, payout.affiliate_id, affiliate.code AS affiliate_code,
    affiliate_round(payout.amount, payout.currency_code)::text AS amount, payout.currency_code, payout.method, payout.exported_at,
    payout.sent_at,
    payout.status, payout.reference, payout.reason, payout.created_by, payout.created_at, payout.ended_by, payout.ended_at`,
  from: `affiliate_payout payout
    JOIN affiliate ON affiliate.id = payout.affiliate_id
    JOIN affiliate_program program ON program.id = payout.program_id`,
  conditions: {
    id: "payout.id = ANY(:id)",
    pay_run_id: "payout.pay_run_id = ANY(:pay_run_id)",
    program_id: "payout.program_id = ANY(:program_id)",
    affiliate_id: "payout.affiliate_id = ANY(:affiliate_id)",
    status: "payout.status = ANY(:status)",
    currency_code: "payout.currency_code = ANY(:currency_code)",
    method: "payout.method = ANY(:method)",
    has_details: `:has_details::boolean =
      EXISTS (SELECT 1 FROM affiliate_payout_details details WHERE details.id = payout.payout_details_id AND details.details <> '{}')`,
    is_last: `:is_last::boolean = (${isLastOfAccount("payout")})`,
    is_exported: ":is_exported::boolean = (payout.exported_at IS NOT NULL)",
    q: `'%' || payout.number || '%' = :q OR affiliate.code ILIKE :q OR payout.reference ILIKE :q
        OR EXISTS (SELECT 1 FROM customer WHERE customer.id = affiliate.customer_id AND customer.deleted_at IS NULL
                   AND (customer.email ILIKE :q OR concat_ws(' ', customer.first_name, customer.last_name) ILIKE :q))`,
  },
  orders: {
    number: "payout.number",
    amount: "payout.amount",
    created_at: "payout.created_at",
    sent_at: "payout.sent_at",
    ended_at: "payout.ended_at",
  },
  defaultOrder: "-number",
  id: ["payout.id"],
}

export const listPayouts = (sql: Sql, filters: PayoutFilters, page: PageRequest): Promise<PageOf<PayoutRow>> =>
  readPage(sql, PAYOUTS, withPattern(filters), page)

/** The masked details a payout goes to; empty where there are none. */
export async function readMaskedDetails(sql: Sql, payoutId: string): Promise<string> {
  const [details] = await rows<{ masked: string }>(
    sql,
    `SELECT details.masked
     FROM affiliate_payout payout JOIN affiliate_payout_details details ON details.id = payout.payout_details_id
     WHERE payout.id = :id`,
    { id: payoutId }
  )
  return details?.masked ?? ""
}
