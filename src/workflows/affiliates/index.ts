export * from "./workflows/enroll-affiliates"
export * from "./workflows/update-affiliate"
