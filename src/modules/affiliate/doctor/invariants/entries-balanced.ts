/** Reads the unique index (source_type, source_id, account) in its order. */
export const ENTRIES_BALANCED = `
  SELECT 'not_balanced' AS problem, source_type, source_id, '2 entries, 0 in one currency' AS expected,
         count(*) || ' entries, ' || sum(amount) || ' in ' || string_agg(DISTINCT currency_code, ', ') AS found
  FROM affiliate_ledger_entry GROUP BY source_type, source_id
  HAVING count(*) <> 2 OR sum(amount) <> 0 OR min(currency_code) <> max(currency_code)`
