export * from "./workflows/create-commission-rule"
export * from "./workflows/delete-commission-rule"
export * from "./workflows/order-commission-rules"
export * from "./workflows/update-commission-rule"
