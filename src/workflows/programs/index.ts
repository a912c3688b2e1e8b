export * from "./workflows/create-programs"
export * from "./workflows/update-program"
