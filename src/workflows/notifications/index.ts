export * from "./change-own-notifications"
export * from "./notify-affiliates"
export * from "./send-test-notification"
