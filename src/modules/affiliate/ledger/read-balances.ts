import { rows, type Sql } from "../database/connection"

/** Decimal strings in major units, exact to the currency's digits. */
export interface Balance {
  currency_code: string
  /** Commissions of open months, and credits still on hold. */
  pending: string
  available: string
  /** Payouts on their way: no longer available, not paid yet. */
  processing: string
  paid: string
}

const BALANCES = `
  SELECT affiliate_id, currency_code,
         affiliate_round(sum(pending), currency_code)::text AS pending,
         affiliate_round(sum(available), currency_code)::text AS available,
         affiliate_round(sum(processing), currency_code)::text AS processing,
         affiliate_round(sum(paid), currency_code)::text AS paid
  FROM (
    SELECT c.affiliate_id, c.currency_code, c.amount AS pending, 0 AS available, 0 AS processing, 0 AS paid
    FROM affiliate_commission c
    JOIN affiliate_period p ON p.program_id = c.program_id AND p.period = c.period AND p.status = 'open'
    WHERE c.affiliate_id = ANY(:affiliate_ids)
    UNION ALL
    SELECT e.affiliate_id, e.currency_code, CASE WHEN e.available_at > :now THEN e.amount ELSE 0 END,
           CASE WHEN e.available_at > :now THEN 0 ELSE e.amount END, 0, 0
    FROM affiliate_ledger_entry e
    WHERE e.affiliate_id = ANY(:affiliate_ids) AND e.account = 'affiliate'
    UNION ALL
    SELECT p.affiliate_id, p.currency_code, 0, 0, CASE WHEN p.status = 'processing' THEN p.amount ELSE 0 END,
           CASE WHEN p.status = 'paid' THEN p.amount ELSE 0 END
    FROM affiliate_payout p
    WHERE p.affiliate_id = ANY(:affiliate_ids)
  ) movements
  GROUP BY affiliate_id, currency_code ORDER BY affiliate_id, currency_code`

/** The balances of a page of affiliates in one statement, derived from rows and never stored. */
export async function readBalances(sql: Sql, affiliateIds: string[], now: Date): Promise<Map<string, Balance[]>> {
  const found = await rows<Balance & { affiliate_id: string }>(sql, BALANCES, { affiliate_ids: affiliateIds, now })
  const balances = new Map<string, Balance[]>(affiliateIds.map((id) => [id, []]))
  for (const { affiliate_id, ...balance } of found) balances.get(affiliate_id)?.push(balance)
  return balances
}
