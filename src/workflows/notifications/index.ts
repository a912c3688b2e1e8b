export * from "./notify-affiliates"
export * from "./send-test-notification"
