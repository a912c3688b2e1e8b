import path from "node:path"

export const root = path.resolve(import.meta.dirname, "..", "..")
/** The store: a Medusa project of its own. */
export const store = path.join(root, "demo")
/** Everything that lives longer than one run: data, logs, stamps. */
export const stateDir = path.join(root, ".demo")
export const dashboardDir = path.join(store, "public", "admin")
