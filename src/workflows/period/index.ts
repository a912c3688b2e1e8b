export * from "./workflows/close-periods"
export * from "./workflows/reconcile-orders"
