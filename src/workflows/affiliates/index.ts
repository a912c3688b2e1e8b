export * from "./workflows/enroll-affiliates"
export * from "./workflows/update-affiliate"
export * from "./workflows/update-affiliates"
export * from "./workflows/update-billing-details"
