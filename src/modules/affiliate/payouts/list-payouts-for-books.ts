import { z } from "@medusajs/framework/zod"

import type { ListedPayout } from "../../../domain/payouts/files/list"
import { rows, type Sql } from "../database/connection"
import { filterRows, withPattern } from "../database/page"
import { PAYOUTS, type PayoutFilters } from "./list-payouts"
import { decimal, integer, statement, text, time } from "../database/row-check"

export interface ListPage {
  /** The last number of the page before; null for the first page. */
  before: number | null
  limit: number
}

const LISTED = z.strictObject({
  number: integer,
  program_name: text,
  affiliate_code: text,
  customer_name: text,
  customer_email: text.nullable(),
  method: text,
  status: text,
  amount: decimal,
  currency_code: text,
  reference: text.nullable(),
  created_at: time,
  ended_at: time.nullable(),
})

/**
 * One page, by key, of payouts for the merchant's books, newest first. Payouts created meanwhile would come before the first page, so they do
 * not shift the pages.
 */
export function listPayoutsForBooks(sql: Sql, filters: PayoutFilters, { before, limit }: ListPage): Promise<ListedPayout[]> {
  const { where, bindings } = filterRows(PAYOUTS, withPattern(filters))
  return rows(
    sql,
    statement<ListedPayout>(
      `SELECT found.number, found.program_name, found.affiliate_code,
       concat_ws(' ', customer.first_name, customer.last_name) AS customer_name,
       customer.email AS customer_email, found.method, found.status, affiliate_round(found.amount, found.currency_code)::text AS amount,
       found.currency_code, found.reference, found.created_at, found.ended_at
     FROM (SELECT payout.*, program.name AS program_name, affiliate.code AS affiliate_code, affiliate.customer_id
           FROM ${PAYOUTS.from} ${where}) found
     LEFT JOIN customer ON customer.id = found.customer_id AND customer.deleted_at IS NULL
     WHERE :before::int IS NULL OR found.number < :before
     ORDER BY found.number DESC LIMIT :limit`,
      LISTED
    ),
    { ...bindings, before, limit }
  )
}
