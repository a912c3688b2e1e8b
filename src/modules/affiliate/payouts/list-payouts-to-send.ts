import type { PayoutToSend } from "../../../domain/payouts/files/payout-file"
import { rows, type Sql } from "../database/connection"
import { filterRows, withPattern } from "../database/page"
import { PAYOUTS, type PayoutFilters } from "./list-payouts"

/**
 * Payouts on their way by a method, each with the details it was made for, in the order of their numbers. What has ended is not paid again,
 * whatever the filters say, nor what a provider was asked to pay. One statement, so that all rows are of one moment.
 */
export function listPayoutsToSend(sql: Sql, method: string, filters: PayoutFilters, limit: number): Promise<PayoutToSend[]> {
  const { where, bindings } = filterRows(PAYOUTS, withPattern(filters))
  return rows(
    sql,
    `SELECT f.number, affiliate_round(f.amount, f.currency_code)::text AS amount, f.currency_code, d.details
     FROM (SELECT p.* FROM ${PAYOUTS.from} ${where}) f
     LEFT JOIN affiliate_payout_details d ON d.id = f.payout_details_id
     WHERE f.status = 'processing' AND f.sent_at IS NULL AND f.method = :method_of_file
     ORDER BY f.number LIMIT :limit`,
    { ...bindings, method_of_file: method, limit }
  )
}
