export * from "../affiliates/workflows/update-billing-details"
