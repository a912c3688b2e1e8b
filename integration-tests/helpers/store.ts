import path from "node:path"

/** Where the store under test is configured; it loads the built plugin, as a merchant's store does. */
export const STORE = { cwd: path.join(__dirname, ".."), medusaConfigFile: path.join(__dirname, "..") }
