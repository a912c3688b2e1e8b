export * from "./workflows/reassign-order"
