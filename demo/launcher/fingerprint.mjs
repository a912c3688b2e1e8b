import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { root } from "./paths.mjs"

const built = path.join(root, ".medusa", "server", "src")

/** What the dashboard is made of: the plugin's built pages, and Medusa itself. */
export const dashboardFingerprint = () => fingerprint(["admin"])

/** What decides about tables, links and migration scripts. */
export const schemaFingerprint = () => fingerprint(["modules", "links", "migration-scripts"])

/** @param {string[]} folders of the built plugin */
function fingerprint(folders) {
  const hash = createHash("sha256").update(readFileSync(path.join(root, "package-lock.json")))
  for (const file of folders.flatMap(filesIn).sort()) hash.update(path.relative(root, file)).update(readFileSync(file))
  return hash.digest("hex").slice(0, 16)
}

/** @param {string} folder */
function filesIn(folder) {
  const dir = path.join(built, folder)
  if (!existsSync(dir)) return []
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}
