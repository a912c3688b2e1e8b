export * from "./workflows/create-programs"
export * from "../promo-codes/workflows/sync-promo-codes"
export * from "./workflows/update-program"
