export * from "./import-program"
