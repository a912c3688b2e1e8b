/** What has to be posted: the affiliate's leg of each source, and the account of the other leg. Written apart from `posting`, to check it. */
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

/** Compares every leg that has to exist with every entry that exists. Joins two large sets by hash, in bounded memory: the rest spills to disk. */
export const ENTRY_SOURCES = `
  SELECT CASE WHEN entry.id IS NULL THEN 'entry_missing' WHEN expected.source_id IS NULL THEN 'source_missing'
              ELSE 'entry_differs' END AS problem,
         coalesce(expected.source_type, entry.source_type) AS source_type, coalesce(expected.source_id, entry.source_id) AS source_id,
         coalesce(expected.account, entry.account) AS account, entry.id AS entry_id, coalesce(${figures("expected")}, 'none') AS expected,
         coalesce(${figures("entry")}, 'none') AS found
  FROM (
    SELECT posting.source_type, posting.source_id, posting.program_id, posting.affiliate_id, posting.currency_code, leg.account,
           posting.amount * leg.sign AS amount
    FROM (${POSTINGS}) posting CROSS JOIN LATERAL (VALUES ('affiliate', 1), (posting.other_account, -1)) AS leg(account, sign)
  ) expected
  FULL JOIN affiliate_ledger_entry entry ON entry.source_type = expected.source_type AND entry.source_id = expected.source_id
    AND entry.account = expected.account
  WHERE (expected.program_id, expected.affiliate_id, expected.currency_code, expected.amount) 
    IS DISTINCT FROM (entry.program_id, entry.affiliate_id, entry.currency_code, entry.amount)`
