export * from "./notify-affiliates"
