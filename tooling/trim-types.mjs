/*
 * Removes the declarations that nobody can import: those which none of the package's entry points leads to. `medusa plugin:build` writes one for
 * every file.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import { root } from "./install.mjs"

const built = path.join(root, ".medusa", "server", "src")
const ENTRIES = ["types", "storefront", "workflows", "hooks", "modules/affiliate"]
const IMPORTED = /(?:from\s*|import\s*\(\s*|import\s+)["'](\.[^"']*)["']/g

export function trimTypes() {
  const reached = new Set()
  for (const entry of ENTRIES) reach(path.join(built, entry, "index.d.ts"), reached)
  for (const entry of readdirSync(built, { recursive: true, encoding: "utf8" })) {
    const file = path.join(built, entry)
    if (file.endsWith(".d.ts") && !reached.has(file)) rmSync(file)
  }
}

/** @param {string} file @param {Set<string>} reached */
function reach(file, reached) {
  if (reached.has(file)) return
  reached.add(file)
  for (const [, imported = ""] of readFileSync(file, "utf8").matchAll(IMPORTED)) {
    const target = path.resolve(path.dirname(file), imported)
    const found = [`${target}.d.ts`, path.join(target, "index.d.ts")].find((candidate) => existsSync(candidate))
    if (found) reach(found, reached)
  }
}

if (process.argv[1] === import.meta.filename) trimTypes()
