const MONEY = [
  "affiliate_commission",
  "affiliate_period",
  "affiliate_period_commission",
  "affiliate_period_line",
  "affiliate_ledger_entry",
  "affiliate_adjustment",
  "affiliate_payout",
  "affiliate_statement",
]

/** Scans each table: none of them has an index for rows that must not exist. */
export const DELETED_ROWS = MONEY.map(
  (table) => `
  SELECT 'marked_deleted' AS problem, '${table}' AS table_name, id AS row_id, 'kept' AS expected, 'deleted at ' || deleted_at AS found
  FROM ${table} WHERE deleted_at IS NOT NULL`
).join(" UNION ALL ")
