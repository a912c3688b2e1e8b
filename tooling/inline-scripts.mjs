/*
 * Puts what only one script loads into that script, in the folders that Medusa reads by their routes and in those it does not read: every file costs
 * those who install. Modules, workflows and what they are made of stay files of their own: Medusa and the tests load them one by one.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { build } from "esbuild"
import { root } from "./install.mjs"

const built = path.join(root, ".medusa", "server", "src")
const FOLDERS = ["api", "pdf", "storefront"]
const LOADED = /\brequire\("(\.[^"]*)"\)/g

export async function inlineScripts() {
  const loaders = loadersOf()
  const only = new Map(
    [...loaders].flatMap(([file, [by = "", ...others]]) => (others.length === 0 && mayMove(file, by) ? [[file, by]] : []))
  )
  const into = new Set([...only.values()].filter((file) => !only.has(file)))
  for (const file of into) {
    const { outputFiles } = await build({
      ...{ entryPoints: [file], bundle: true, write: false, platform: "node", format: "cjs", packages: "external", target: "node20" },
      absWorkingDir: root,
      plugins: [
        {
          name: "only",
          setup: ({ onResolve }) => onResolve({ filter: /^\./ }, ({ path: name, importer }) => placeOf(name, importer, file)),
        },
      ],
    })
    writeFileSync(file, outputFiles[0]?.text ?? "")
  }
  for (const file of only.keys()) rmSync(file)

  /** Where a bundle finds what one of its scripts loads. @param {string} name @param {string} importer @param {string} file */
  function placeOf(name, importer, file) {
    const target = resolved(name, importer)
    if (only.has(target)) return { path: target }
    const relative = path.relative(path.dirname(file), target)
    return { path: relative.startsWith(".") ? relative : `./${relative}`, external: true }
  }
}

/** Medusa finds routes by their files, and what looks for files beside itself has to stay there. @param {string} file @param {string} loader */
const mayMove = (file, loader) =>
  [file, loader].every((script) => FOLDERS.some((folder) => script.startsWith(path.join(built, folder, path.sep)))) &&
  path.basename(file) !== "route.js" &&
  !readFileSync(file, "utf8").includes("__dirname")

/** Who loads a script, by its path. */
function loadersOf() {
  /** @type {Map<string, Set<string>>} */
  const loaders = new Map()
  for (const file of readdirSync(built, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || !file.name.endsWith(".js")) continue
    const loader = path.join(file.parentPath, file.name)
    for (const [, name = ""] of readFileSync(loader, "utf8").matchAll(LOADED)) {
      const target = resolved(name, loader)
      loaders.set(target, (loaders.get(target) ?? new Set()).add(loader))
    }
  }
  return loaders
}

/** @param {string} name @param {string} importer */
function resolved(name, importer) {
  const target = path.resolve(path.dirname(importer), name)
  return [`${target}.js`, path.join(target, "index.js")].find((file) => existsSync(file)) ?? target
}

if (process.argv[1] === import.meta.filename) await inlineScripts()
