export * from "./workflows/sync-promo-codes"
