export * from "./workflows/close-periods"
export * from "../orders/workflows/reconcile-orders"
