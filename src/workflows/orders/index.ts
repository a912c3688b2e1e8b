export * from "./workflows/reassign-order"
export * from "./workflows/reconcile-orders"
