import { spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import path from "node:path"

export const root = path.resolve(import.meta.dirname, "..")

/** Runs `npm ci` when node_modules is missing, was left half done, or belongs to another package-lock.json. Needs nothing but Node itself. */
export function ensureInstalled() {
  if (installed()) return
  process.stdout.write("Installing the dependencies (two to three minutes, once)\n")
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root, stdio: "inherit" })
  if (status !== 0) throw new Error("npm ci failed")
}

function installed() {
  // npm writes this file last.
  const done = path.join(root, "node_modules", ".package-lock.json")
  if (!existsSync(done)) return false
  const wanted = packagesOf(path.join(root, "package-lock.json"))
  const present = packagesOf(done)
  return Object.entries(wanted).every(
    ([name, { version, optional, devOptional }]) => !name || (present[name] ? present[name].version === version : (optional ?? devOptional))
  )
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version: string, optional?: boolean, devOptional?: boolean }>}
 */
function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, "utf8")).packages
}
