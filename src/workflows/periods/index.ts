export * from "./workflows/close-periods"
