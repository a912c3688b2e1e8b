export * from "./workflows/notify-affiliates"
