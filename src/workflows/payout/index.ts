export * from "./workflows/create-payouts"
export * from "./workflows/end-payout"
export * from "./workflows/settle-payout"
