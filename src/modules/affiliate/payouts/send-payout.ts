import { z } from "@medusajs/framework/zod"

import type { PayoutOrder } from "./providers/provider"
import { rows, type Sql } from "../database/connection"
import { decimal, integer, statement, text, time } from "../database/row-check"

/** A payout as a provider is asked about it. */
export interface SentPayout extends PayoutOrder {
  method: string
  /** When a provider was last asked to pay it; null when none was. */
  sent_at: Date | null
}

const FIELDS = `
  payout.id, payout.number, payout.program_id, payout.affiliate_id, affiliate.code AS affiliate_code, affiliate.customer_id,
  payout.currency_code, payout.method, payout.sent_at, affiliate_round(payout.amount, payout.currency_code)::text AS amount,
  coalesce(details.details, '{}') AS details`

const JOINS = `
  JOIN affiliate ON affiliate.id = payout.affiliate_id
  LEFT JOIN affiliate_payout_details details ON details.id = payout.payout_details_id`

const UNANSWERED = statement<SentPayout>(
  `
  SELECT ${FIELDS} FROM affiliate_payout payout ${JOINS}
  WHERE payout.status = 'processing' AND payout.method <> ALL(:by_hand) AND payout.id > :after
    AND (:ids::text[] IS NULL OR payout.id = ANY(:ids))
  ORDER BY payout.id LIMIT :limit`,
  z.strictObject({
    id: text,
    number: integer,
    program_id: text,
    affiliate_id: text,
    affiliate_code: text,
    customer_id: text,
    currency_code: text,
    method: text,
    sent_at: time.nullable(),
    amount: decimal,
    details: z.record(text, text),
  })
)

/**
 * The WHERE repeats the expected state, to the millisecond that a Date keeps, so that of two processes that want to send a payout only one
 * does. The time is that of the request itself and not of the transaction: a long round begins long before its last request, and the wait for
 * an answer is counted from the request.
 */
const CLAIM = `
  UPDATE affiliate_payout SET sent_at = clock_timestamp(), updated_at = now()
  WHERE id = :id AND status = 'processing' AND date_trunc('milliseconds', sent_at) IS NOT DISTINCT FROM :seen::timestamptz
  RETURNING id`

const NOTE = `UPDATE affiliate_payout SET reference = :reference, updated_at = clock_timestamp() WHERE id = :id AND status = 'processing'`

export interface UnansweredQuery {
  /** Methods that an admin pays by hand: their payouts are left out. All others are included, also those of a provider that was removed. */
  by_hand: string[]
  /** All when absent. */
  ids?: string[]
  /** Only those with a greater id. */
  after: string
  limit: number
}

/** One page, by key, of the payouts that wait for a provider: those no provider was asked to pay yet, and those whose answer is missing. */
export const listUnansweredPayouts = (sql: Sql, { ids, ...query }: UnansweredQuery): Promise<SentPayout[]> =>
  rows(sql, UNANSWERED, { ...query, ids: ids ?? null })

/** Claims the right to ask a provider for a payout, before it is asked. @returns whether this caller got it. */
export async function claimSending(sql: Sql, { id, sent_at }: SentPayout): Promise<boolean> {
  const [claimed] = await rows(sql, CLAIM, { id, seen: sent_at })
  return claimed !== undefined
}

/** Stores the provider's reference of a payout that is still processing. */
export async function notePayoutReference(sql: Sql, id: string, reference: string): Promise<void> {
  await rows(sql, NOTE, { id, reference })
}
