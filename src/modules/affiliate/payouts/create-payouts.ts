import { z } from "@medusajs/framework/zod"

import { StalePreview } from "../../../domain/errors"
import type { PayoutLimits, RemainingReason } from "../../../domain/payouts/payout-limits"
import { PAYOUT_REFUSALS, payoutFingerprint, type ConfirmedPayout } from "../../../domain/payouts/payouts"
import { together, type CountedSums } from "../../../domain/statistics/tasks"
import { PAYOUT_ACCOUNTS } from "./accounts"
import { timeOf } from "../database/clock"
import { rows, type Sql } from "../database/connection"
import { posting } from "../ledger/posting"
import { decimal, integer, oneOf, statement, text } from "../database/row-check"

export interface PayoutRequest {
  program_id: string
  /** Every currency when absent. */
  currency_code?: string
  /** Every active affiliate when absent. */
  affiliate_ids?: string[]
  /** For tests; the database's clock when absent. */
  now?: Date
}

/** The payout methods there are. */
export interface UsableMethods {
  /** The methods that can be used now. */
  usable_methods: string[]
  /** Methods that need details of the affiliate. */
  methods_with_details: string[]
  /** What the methods can carry, by their ids. */
  limits: Record<string, PayoutLimits>
}

export interface NewPayouts extends PayoutRequest {
  /** Of the preview that was confirmed. Without it, whatever is available is paid. */
  fingerprint?: string
  /** The user who decided it. */
  created_by: string
}

/** One affiliate's balance in one currency, as a decimal string in major units, and whether it is paid. */
export interface PayoutAccount extends ConfirmedPayout {
  affiliate_code: string
  /** What people may see of the details it goes to; empty where there are none. */
  masked_details: string
  /** Why the rest of what is available stays on the balance; null where there is no rest. */
  remaining_reason: RemainingReason | null
}

/** Where there is a payout, `amount` is its amount. */
export interface CreatedPayout extends PayoutAccount {
  payout_id: string | null
}

const FIELDS = `
         account.affiliate_id, account.affiliate_code, account.currency_code, account.available::text, account.amount::text,
         account.method, account.payout_details_id, account.masked_details, account.remaining_reason`

const ACCOUNT = z.strictObject({
  affiliate_id: text,
  affiliate_code: text,
  currency_code: text.nullable(),
  available: decimal,
  amount: decimal,
  method: text,
  payout_details_id: text.nullable(),
  masked_details: text,
  remaining_reason: oneOf("method_decimals", "method_maximum").nullable(),
  reason: oneOf(...PAYOUT_REFUSALS).nullable(),
})

const PREVIEW = statement<PayoutAccount>(
  `
  WITH ${PAYOUT_ACCOUNTS}
  SELECT ${FIELDS}, account.reason FROM evaluated account ORDER BY account.affiliate_id, account.currency_code`,
  ACCOUNT
)

/** What the program's accounts come to that are paid, and those that would be if their affiliates had said where to. */
export interface AccountSums {
  payable: CountedSums
  /** Counts affiliates. */
  missing_details: CountedSums
}

const COUNTED_SUMS = z.strictObject({ count: integer, totals: z.array(z.strictObject({ currency_code: text, amount: decimal })) })

const sumsOf = (count: string, amount: string, condition: string): string => `
  json_build_object(
    'count', (SELECT count(${count})::int FROM waiting WHERE ${condition}),
    'totals', (SELECT coalesce(json_agg(json_build_object('currency_code', currency_code, 'amount', affiliate_round(amount, currency_code)::text)
                                        ORDER BY currency_code), '[]')
               FROM (SELECT currency_code, sum(${amount}) AS amount FROM waiting WHERE ${condition} GROUP BY currency_code) sums))`

const PROGRAMS = `
  SELECT id FROM affiliate_program WHERE deleted_at IS NULL AND (:program_id::text IS NULL OR id = :program_id) ORDER BY number`

const SUMS = statement<AccountSums>(
  `
  WITH ${PAYOUT_ACCOUNTS},
  waiting AS MATERIALIZED (
    SELECT * FROM evaluated account WHERE account.currency_code IS NOT NULL AND coalesce(account.reason, 'no_payout_details') = 'no_payout_details'
  )
  SELECT ${sumsOf("*", "amount", "reason IS NULL")} AS payable,
         ${sumsOf("DISTINCT affiliate_id", "available", "reason IS NOT NULL")} AS missing_details`,
  z.strictObject({ payable: COUNTED_SUMS, missing_details: COUNTED_SUMS })
)

/**
 * Locks every affiliate that has ledger entries, in id order to avoid deadlocks between parallel payout runs. Postings to these accounts wait,
 * so the balance read next stays valid until the payout claims it.
 */
const LOCK_AFFILIATES = `
  SELECT id FROM affiliate
  WHERE program_id = :program_id AND (:affiliate_ids::text[] IS NULL OR id = ANY(:affiliate_ids))
    AND EXISTS (SELECT 1 FROM affiliate_ledger_entry entry WHERE entry.affiliate_id = affiliate.id)
  ORDER BY id FOR UPDATE`

/**
 * The pay run, its payouts and both legs of each, in one statement; nobody to pay, no run. Where a parallel run has created a payout, the
 * unique key prevents a second one.
 */
const CREATE = statement<CreatedPayout>(
  `
  WITH ${PAYOUT_ACCOUNTS},
  run AS (
    INSERT INTO affiliate_pay_run (id, program_id, created_by, created_at, updated_at)
    SELECT affiliate_new_id('affrun'), :program_id, :created_by, :now, :now WHERE EXISTS (SELECT 1 FROM evaluated WHERE reason IS NULL)
    RETURNING id
  ),
  payouts AS (
    INSERT INTO affiliate_payout (id, pay_run_id, program_id, affiliate_id, amount, currency_code, method, payout_details_id, status, created_by,
                                  created_at, updated_at)
    SELECT affiliate_new_id('affpay'), run.id, account.program_id, account.affiliate_id, account.amount, account.currency_code,
           account.method, account.payout_details_id, 'processing', :created_by, :now, :now
    FROM evaluated account CROSS JOIN run WHERE account.reason IS NULL ORDER BY account.affiliate_id, account.currency_code
    ON CONFLICT (affiliate_id, currency_code) WHERE status = 'processing' AND deleted_at IS NULL DO NOTHING
    RETURNING *
  ),
  entries AS (
    ${posting({
      from: "payouts",
      source_type: "payout",
      affiliate: -1,
      counter: "payout",
      available_at: "created_at",
      occurred_at: "created_at",
    })}
  )
  SELECT ${FIELDS}, payouts.id AS payout_id, CASE WHEN payouts.id IS NULL THEN coalesce(account.reason, 'already_processing') END AS reason
  FROM evaluated account LEFT JOIN payouts ON payouts.affiliate_id = account.affiliate_id AND payouts.currency_code = account.currency_code
  ORDER BY account.affiliate_id, account.currency_code`,
  ACCOUNT.extend({ payout_id: text.nullable() })
)

const bindings = ({ currency_code, affiliate_ids, limits, ...request }: PayoutRequest & UsableMethods) => ({
  ...request,
  limits: JSON.stringify(limits),
  currency_code: currency_code ?? null,
  affiliate_ids: affiliate_ids ?? null,
})

/** What `createPayouts` would do now, account by account. */
export const previewPayouts = (sql: Sql, request: PayoutRequest & UsableMethods): Promise<PayoutAccount[]> =>
  rows(sql, PREVIEW, { ...bindings(request), now: request.now ?? null })

/** What that comes to; of one program, or of all. Accounts are evaluated one program at a time, as a payout does it. */
export async function sumAccounts(sql: Sql, program_id: string | undefined, methods: UsableMethods): Promise<AccountSums> {
  const sums: AccountSums[] = []
  for (const { id } of await rows<{ id: string }>(sql, PROGRAMS, { program_id: program_id ?? null })) {
    sums.push(...(await rows(sql, SUMS, { ...bindings({ program_id: id, ...methods }), now: null })))
  }
  return {
    payable: together(sums.map(({ payable }) => payable)),
    missing_details: together(sums.map(({ missing_details }) => missing_details)),
  }
}

/**
 * Pays out what is available: each payout debits its affiliate's balance at once and is then `processing`. Two statements, however many
 * affiliates there are. Runs inside the caller's transaction.
 *
 * @example
 * // 62.40 EUR and 3.00 USD are available, the minimum is 50.00 EUR and 10.00 USD:
 * // [{ currency_code: "eur", available: "62.40", amount: "62.40", reason: null, payout_id: "affpay_01", … },
 * //  { currency_code: "usd", available: "3.00", amount: "3.00", reason: "below_minimum", payout_id: null, … }]
 *
 * @throws StalePreview when the payouts would differ from the preview that was confirmed.
 */
export async function createPayouts(
  sql: Sql,
  { created_by, fingerprint, ...request }: NewPayouts & UsableMethods
): Promise<CreatedPayout[]> {
  const query = bindings(request)
  await rows(sql, LOCK_AFFILIATES, query)
  const now = await timeOf(sql, request.now)
  const created = await rows(sql, CREATE, { ...query, created_by, now })
  if (fingerprint !== undefined && fingerprint !== payoutFingerprint(created)) {
    throw new StalePreview("What would be paid out has changed since the preview: look at it again")
  }
  return created
}
