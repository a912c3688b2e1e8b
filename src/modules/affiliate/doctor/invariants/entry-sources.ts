/** What has to be posted: the affiliate's side of each source, and the account on the other side. */
const POSTINGS = `
  SELECT 'period_line' AS source_type, id AS source_id, program_id, affiliate_id, currency_code, amount, 'program_expense' AS other_account
  FROM affiliate_period_line WHERE outcome = 'credited' AND amount <> 0
  UNION ALL
  SELECT 'adjustment', id, program_id, affiliate_id, currency_code, amount, 'program_expense' FROM affiliate_adjustment
  UNION ALL
  SELECT 'payout', id, program_id, affiliate_id, currency_code, -amount, 'payout' FROM affiliate_payout
  UNION ALL
  SELECT 'payout_reversal', id, program_id, affiliate_id, currency_code, amount, 'payout' FROM affiliate_payout
  WHERE status IN ('failed', 'canceled')`

const figures = (of: string): string =>
  `${of}.amount || ' ' || ${of}.currency_code || ' of ' || ${of}.affiliate_id || ', ' || ${of}.program_id`

/** Every leg that has to be there against every entry that is there. Joins two large sets by hash: memory is bounded, the rest is spilled. */
export const ENTRY_SOURCES = `
  SELECT CASE WHEN e.id IS NULL THEN 'entry_missing' WHEN l.source_id IS NULL THEN 'source_missing' ELSE 'entry_differs' END AS problem,
         coalesce(l.source_type, e.source_type) AS source_type, coalesce(l.source_id, e.source_id) AS source_id,
         coalesce(l.account, e.account) AS account, e.id AS entry_id, coalesce(${figures("l")}, 'none') AS expected,
         coalesce(${figures("e")}, 'none') AS found
  FROM (
    SELECT p.source_type, p.source_id, p.program_id, p.affiliate_id, p.currency_code, leg.account, p.amount * leg.sign AS amount
    FROM (${POSTINGS}) p CROSS JOIN LATERAL (VALUES ('affiliate', 1), (p.other_account, -1)) AS leg(account, sign)
  ) l
  FULL JOIN affiliate_ledger_entry e ON e.source_type = l.source_type AND e.source_id = l.source_id AND e.account = l.account
  WHERE (l.program_id, l.affiliate_id, l.currency_code, l.amount) IS DISTINCT FROM (e.program_id, e.affiliate_id, e.currency_code, e.amount)`
