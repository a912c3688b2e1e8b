export * from "./adjust-balance"
