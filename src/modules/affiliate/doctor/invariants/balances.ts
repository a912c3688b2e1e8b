/** Compares two ways to the same balance: credits plus adjustments less payouts, and the entries of the affiliate's account. */
export const BALANCES = `
  SELECT 'balance_differs' AS problem, affiliate_id, currency_code, affiliate_round(sum(owed), currency_code)::text AS expected,
         affiliate_round(sum(posted), currency_code)::text AS found
  FROM (
    SELECT affiliate_id, currency_code, amount AS owed, 0 AS posted FROM affiliate_period_line WHERE outcome = 'credited'
    UNION ALL
    SELECT affiliate_id, currency_code, amount, 0 FROM affiliate_adjustment
    UNION ALL
    SELECT affiliate_id, currency_code, -amount, 0 FROM affiliate_payout WHERE status NOT IN ('failed', 'canceled')
    UNION ALL
    SELECT affiliate_id, currency_code, 0, amount FROM affiliate_ledger_entry WHERE account = 'affiliate'
  ) movements
  GROUP BY affiliate_id, currency_code HAVING sum(owed) <> sum(posted)`
