import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import path from "node:path"
import { root, store } from "./paths.mjs"

const built = path.join(root, ".medusa", "server", "src")

/** What the dashboard is made of: the plugin's built pages, and Medusa itself. */
export const dashboardFingerprint = () => fingerprint(["admin"])

/** What decides about tables, links and migration scripts. */
export const schemaFingerprint = () => fingerprint(["modules", "links", "migration-scripts"])

/** What decides about the sample data: the plugin but for its pages, the story, and the day it is told on. */
export const dataFingerprint = () => {
  const folders = readdirSync(built).filter((name) => name !== "admin" && name !== "portal")
  return fingerprint([...folders, path.join(store, "src")], new Date().toISOString().slice(0, 10))
}

/** @param {string[]} folders of the built plugin, or elsewhere by their whole path */
function fingerprint(folders, more = "") {
  const hash = createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .update(more)
  for (const file of folders.flatMap(filesIn).sort()) hash.update(path.relative(root, file)).update(readFileSync(file))
  return hash.digest("hex").slice(0, 16)
}

/** @param {string} folder */
function filesIn(folder) {
  const dir = path.resolve(built, folder)
  if (!existsSync(dir)) return []
  if (statSync(dir).isFile()) return [dir]
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}
