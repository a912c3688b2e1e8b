export * from "./workflows/adjust-balance"
