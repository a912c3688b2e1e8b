export * from "./workflows/set-customer-referrer"
