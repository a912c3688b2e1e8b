/*
 * Takes from the built plugin what no store needs: scripts that hold types only and that nothing loads, and the maps to sources that are not in
 * the package, which are more than half of every script.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { root } from "./install.mjs"

const built = path.join(root, ".medusa", "server", "src")
const EMPTY = '"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\n'
const MAP = /^\/\/# sourceMappingURL=data:.*$/m
const LOADED = /\b(?:require|import)\(["'](\.[^"']*)["']\)/g
/** An entry point of package.json: a bundler may load it for its types. */
const KEPT = path.join(built, "types", "index.js")

export function trimScripts() {
  const files = readdirSync(built, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".js"))
    .map((entry) => path.join(entry.parentPath, entry.name))
  const scripts = new Map(files.map((file) => [file, readFileSync(file, "utf8").replace(MAP, "")]))
  const loaded = new Set(
    [...scripts].flatMap(([file, text]) => loadedBy(file, text)).flatMap((file) => [`${file}.js`, path.join(file, "index.js"), file])
  )
  for (const [file, text] of scripts) {
    if (text === EMPTY && !loaded.has(file) && file !== KEPT) rmSync(file)
    else writeFileSync(file, text)
  }
}

/** @param {string} file @param {string} text */
const loadedBy = (file, text) => [...text.matchAll(LOADED)].map(([, target = ""]) => path.resolve(path.dirname(file), target))

if (process.argv[1] === import.meta.filename) trimScripts()
