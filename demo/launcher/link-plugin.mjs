import { existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs"
import path from "node:path"
import { store } from "./paths.mjs"

/**
 * Makes the plugin a package of the store, as `npm install` would: the dashboard imports its pages by the package's name, and
 * `npx medusa-affiliate` finds its command.
 */
export function linkPlugin() {
  const packages = path.join(store, "node_modules")
  link("../..", path.join(packages, "medusa-plugin-affiliate"))
  link("../medusa-plugin-affiliate/bin/medusa-affiliate.js", path.join(packages, ".bin", "medusa-affiliate"))
}

/** @param {string} target @param {string} file */
function link(target, file) {
  if (existsSync(file)) return
  mkdirSync(path.dirname(file), { recursive: true })
  rmSync(file, { force: true })
  symlinkSync(target, file)
}
