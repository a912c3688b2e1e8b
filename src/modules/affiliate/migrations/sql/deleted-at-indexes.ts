/** Tables whose rows are never soft-deleted: Medusa's index on `deleted_at` would hold every row, slow down each insert and find nothing. */
const TABLES = [
  "affiliate_commission",
  "affiliate_period_commission",
  "affiliate_period_line",
  "affiliate_ledger_entry",
  "affiliate_adjustment",
  "affiliate_attribution",
  "affiliate_order_terms",
]

/** Removes generated indexes that nothing reads. */
export const deletedAtIndexes = {
  up: TABLES.map((table) => `drop index "IDX_${table}_deleted_at"`),
  down: TABLES.map((table) => `create index "IDX_${table}_deleted_at" on "${table}" ("deleted_at") where deleted_at is null`),
}
