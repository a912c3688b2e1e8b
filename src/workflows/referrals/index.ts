export * from "./set-customer-referrer"
