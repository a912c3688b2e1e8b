import { z } from "@medusajs/framework/zod"

import { rows, type Sql } from "../database/connection"
import { decimal, statement, text } from "../database/row-check"
import { isAvailable, reversalsOf } from "./available"

/** Decimal strings in major units, exact to the currency's digits. */
export interface Balance {
  currency_code: string
  /** Commissions of open periods, and credits still on hold, without the reversals that `available` counts already. */
  pending: string
  /** What a payout would pay: credits after their hold period, less payouts, debits and reversals. Below zero, it is carried forward. */
  available: string
  /** Payouts that are processing: no longer available, not paid yet. */
  processing: string
  paid: string
}

interface FoundBalance extends Balance {
  affiliate_id: string
}

const BALANCES = statement<FoundBalance>(
  `
  WITH ${reversalsOf((commission) => `${commission}.affiliate_id = ANY(:affiliate_ids)`)}
  SELECT affiliate_id, currency_code,
         affiliate_round(sum(pending), currency_code)::text AS pending,
         affiliate_round(sum(available), currency_code)::text AS available,
         affiliate_round(sum(processing), currency_code)::text AS processing,
         affiliate_round(sum(paid), currency_code)::text AS paid
  FROM (
    SELECT commission.affiliate_id, commission.currency_code, commission.amount AS pending, 0 AS available, 0 AS processing, 0 AS paid
    FROM affiliate_commission commission
    JOIN affiliate_period period ON period.program_id = commission.program_id AND period.period = commission.period
      AND period.status = 'open'
    WHERE commission.affiliate_id = ANY(:affiliate_ids)
    UNION ALL
    SELECT affiliate_id, currency_code, -amount, amount, 0, 0 FROM reversals
    UNION ALL
    SELECT entry.affiliate_id, entry.currency_code, CASE WHEN ${isAvailable("entry")} THEN 0 ELSE entry.amount END,
           CASE WHEN ${isAvailable("entry")} THEN entry.amount ELSE 0 END, 0, 0
    FROM affiliate_ledger_entry entry
    WHERE entry.affiliate_id = ANY(:affiliate_ids) AND entry.account = 'affiliate'
    UNION ALL
    SELECT payout.affiliate_id, payout.currency_code, 0, 0, CASE WHEN payout.status = 'processing' THEN payout.amount ELSE 0 END,
           CASE WHEN payout.status = 'paid' THEN payout.amount ELSE 0 END
    FROM affiliate_payout payout
    WHERE payout.affiliate_id = ANY(:affiliate_ids)
  ) movements
  GROUP BY affiliate_id, currency_code ORDER BY affiliate_id, currency_code`,
  z.strictObject({ affiliate_id: text, currency_code: text, pending: decimal, available: decimal, processing: decimal, paid: decimal })
)

/** The balances of a page of affiliates in one statement. They are computed from rows and never stored. */
export async function readBalances(sql: Sql, affiliateIds: string[], now?: Date): Promise<Map<string, Balance[]>> {
  const found = await rows(sql, BALANCES, { affiliate_ids: affiliateIds, now: now ?? null })
  const balances = new Map<string, Balance[]>(affiliateIds.map((id) => [id, []]))
  for (const { affiliate_id, ...balance } of found) balances.get(affiliate_id)?.push(balance)
  return balances
}
