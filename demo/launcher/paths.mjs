import path from "node:path"

export const root = path.resolve(import.meta.dirname, "..", "..")
/** The store: a Medusa project of its own. */
export const store = path.join(root, "demo")
/** Everything that lives longer than one run: data, logs, stamps. DEMO_STATE moves it, so that a test's demo runs beside a developer's own. */
export const stateDir = path.resolve(root, process.env.DEMO_STATE || ".demo")
export const dashboardDir = path.join(store, "public", "admin")
