export * from "./workflows/update-billing-details"
