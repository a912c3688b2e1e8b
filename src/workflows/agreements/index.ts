export * from "./workflows/accept-agreement"
export * from "./workflows/withdraw-agreement"
