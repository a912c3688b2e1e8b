export * from "./workflows/create-programs"
export * from "./workflows/sync-promo-codes"
export * from "./workflows/update-program"
