export * from "./workflows/switch-off-programs"
export * from "./workflows/create-programs"
export * from "./workflows/update-program"
