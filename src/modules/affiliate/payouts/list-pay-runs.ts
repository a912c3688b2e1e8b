import { z } from "@medusajs/framework/zod"

import type { Sql } from "../database/connection"
import { decimal, integer, text, time } from "../database/row-check"
import { readPage, type Bounds, type Comparison, type Listing, type PageOf, type PageRequest } from "../database/page"

/** The payouts of a run in one currency. */
interface PayRunTotal {
  currency_code: string
  payout_count: number
  amount: string
  /** Those that are still to pay. */
  open_count: number
  open_amount: string
}

/** A round of payouts of a program. */
export interface PayRunRow {
  id: string
  number: number
  program_id: string
  program_name: string
  created_by: string
  created_at: Date
  totals: PayRunTotal[]
}

export interface PayRunFilters {
  id?: string[]
  program_id?: string[]
  number?: Comparison<number>
  created_at?: Bounds<Date>
}

const TOTALS = `
  SELECT coalesce(json_agg(json_build_object(
           'currency_code', currency_code, 'payout_count', payout_count, 'amount', amount, 'open_count', open_count,
           'open_amount', open_amount) ORDER BY currency_code), '[]')
  FROM (
    SELECT payout.currency_code, count(*)::int AS payout_count, affiliate_round(sum(payout.amount), payout.currency_code)::text AS amount,
           (count(*) FILTER (WHERE payout.status = 'processing'))::int AS open_count,
           affiliate_round(coalesce(sum(payout.amount) FILTER (WHERE payout.status = 'processing'), 0), payout.currency_code)::text AS open_amount
    FROM affiliate_payout payout WHERE payout.pay_run_id = run.id GROUP BY payout.currency_code
  ) sums`

const PAY_RUNS: Listing<PayRunFilters, PayRunRow> = {
  row: z.strictObject({
    id: text,
    number: integer,
    program_id: text,
    program_name: text,
    created_by: text,
    created_at: time,
    totals: z.array(
      z.strictObject({ currency_code: text, payout_count: integer, amount: decimal, open_count: integer, open_amount: decimal })
    ),
  }),
  fields: `run.id, run.number, run.program_id, program.name AS program_name, run.created_by, run.created_at, (${TOTALS}) AS totals`,
  from: `affiliate_pay_run run JOIN affiliate_program program ON program.id = run.program_id`,
  conditions: { id: "run.id = ANY(:id)", program_id: "run.program_id = ANY(:program_id)" },
  orders: { number: "run.number", created_at: "run.created_at" },
  defaultOrder: "-number",
  id: ["run.id"],
}

export const listPayRuns = (sql: Sql, filters: PayRunFilters, page: PageRequest): Promise<PageOf<PayRunRow>> =>
  readPage(sql, PAY_RUNS, filters, page)
