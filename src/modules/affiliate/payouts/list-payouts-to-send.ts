import { z } from "@medusajs/framework/zod"

import type { PayoutToSend } from "../../../domain/payouts/files/payout-file"
import { rows, type Sql } from "../database/connection"
import { filterRows, withPattern } from "../database/page"
import { PAYOUTS, type PayoutFilters } from "./list-payouts"
import { decimal, integer, statement, text } from "../database/row-check"

/** With the id by which it is marked, and whose it is. */
export interface ListedPayoutToSend extends PayoutToSend {
  id: string
  program_id: string
  affiliate_id: string
  affiliate_code: string
}

const TO_SEND = z.strictObject({
  id: text,
  program_id: text,
  affiliate_id: text,
  affiliate_code: text,
  number: integer,
  amount: decimal,
  currency_code: text,
  details: z.record(text, text).nullable(),
})

/**
 * Processing payouts of a method, each with the details it was created with, in the order of their numbers. Payouts that have ended, and
 * those that a provider was asked to pay, are left out whatever the filters say. One statement, so that all rows are of one moment.
 */
export function listPayoutsToSend(sql: Sql, method: string, filters: PayoutFilters, limit: number): Promise<ListedPayoutToSend[]> {
  const { where, bindings } = filterRows(PAYOUTS, withPattern(filters))
  return rows(
    sql,
    statement<ListedPayoutToSend>(
      `SELECT found.id, found.program_id, found.affiliate_id, found.affiliate_code, found.number, affiliate_round(found.amount, found.currency_code)::text AS amount, found.currency_code, details.details
     FROM (SELECT payout.*, affiliate.code AS affiliate_code FROM ${PAYOUTS.from} ${where}) found
     LEFT JOIN affiliate_payout_details details ON details.id = found.payout_details_id
     WHERE found.status = 'processing' AND found.sent_at IS NULL AND found.method = :method_of_file
     ORDER BY found.number LIMIT :limit`,
      TO_SEND
    ),
    { ...bindings, method_of_file: method, limit }
  )
}
