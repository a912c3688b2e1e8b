import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { dashboardFingerprint } from "./fingerprint.mjs"
import { runMedusa } from "./medusa.mjs"
import { dashboardDir, store } from "./paths.mjs"

const stamp = path.join(dashboardDir, "built-from")

export function isDashboardBuilt() {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === dashboardFingerprint()
}

/** Builds the dashboard with the plugin's pages, and puts it where `medusa start` serves it from. */
export async function buildDashboard() {
  const fingerprint = dashboardFingerprint()
  // Medusa's bundler looks from its own place for a plugin's pages, to make the CSS of their classes; there it does not see the store's packages.
  const env = { NODE_PATH: path.join(store, "node_modules") }
  await runMedusa(["build", "--admin-only", "--no-lint"], { log: "dashboard", env })
  rmSync(dashboardDir, { recursive: true, force: true })
  mkdirSync(path.dirname(dashboardDir), { recursive: true })
  renameSync(path.join(store, ".medusa", "admin"), dashboardDir)
  writeFileSync(stamp, fingerprint)
}
