import type { ListedPayout } from "../../../domain/payouts/files/list"
import { rows, type Sql } from "../database/connection"
import { filterRows, withPattern } from "../database/page"
import { PAYOUTS, type PayoutFilters } from "./list-payouts"

export interface ListPage {
  /** The last number of the page before; null for the first page. */
  before: number | null
  limit: number
}

/** One page, by key, of payouts for the merchant's books, newest first. What is made meanwhile comes before the first page and moves none. */
export function listPayoutsForBooks(sql: Sql, filters: PayoutFilters, { before, limit }: ListPage): Promise<ListedPayout[]> {
  const { where, bindings } = filterRows(PAYOUTS, withPattern(filters))
  return rows(
    sql,
    `SELECT f.number, f.program_name, f.affiliate_code, concat_ws(' ', c.first_name, c.last_name) AS customer_name,
       c.email AS customer_email, f.method, f.status, affiliate_round(f.amount, f.currency_code)::text AS amount, f.currency_code,
       f.reference, f.created_at, f.ended_at
     FROM (SELECT p.*, g.name AS program_name, a.code AS affiliate_code, a.customer_id FROM ${PAYOUTS.from} ${where}) f
     LEFT JOIN customer c ON c.id = f.customer_id AND c.deleted_at IS NULL
     WHERE :before::int IS NULL OR f.number < :before
     ORDER BY f.number DESC LIMIT :limit`,
    { ...bindings, before, limit }
  )
}
