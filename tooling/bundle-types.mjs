/*
 * Writes the declarations of what can be imported from the package, and no others: `medusa plugin:build` writes one for every file.
 */
import { readdirSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { pathToFileURL } from "node:url"
import openapiTS, { astToString } from "openapi-typescript"
import { rollup } from "rollup"
import { dts } from "rollup-plugin-dts"
import { root } from "./install.mjs"

const built = path.join(root, ".medusa", "server", "src")
/** The entry points of package.json that have types. */
const ENTRIES = ["types", "storefront", "workflows", "hooks", "modules/affiliate"]

export async function bundleTypes() {
  const bundle = await rollup({
    input: Object.fromEntries(ENTRIES.map((entry) => [entry, path.join(built, entry, "index.d.ts")])),
    plugins: [dts({ tsconfig: path.join(root, "tsconfig.json") })],
    external: (id) => !id.startsWith(".") && !path.isAbsolute(id),
    // What it tells in general: types that an entry names and does not export. Medusa's own packages have them too.
    onLog: (level, log) => level === "warn" && log.plugin !== "dts" && process.stderr.write(`${log.message}\n`),
  })
  for (const file of readdirSync(built, { recursive: true, encoding: "utf8" })) {
    if (file.endsWith(".d.ts")) rmSync(path.join(built, file))
  }
  await bundle.write({ dir: built, format: "es", entryFileNames: "[name]/index.d.ts", chunkFileNames: "types/shared/[name].ts" })
  await bundle.close()
  // For `medusa-plugin-affiliate/api`: the routes as types, from the description that a unit test keeps fresh.
  const routes = await openapiTS(pathToFileURL(path.join(root, "docs/reference/openapi.json")))
  writeFileSync(path.join(built, "types", "api.d.ts"), astToString(routes))
}

if (process.argv[1] === import.meta.filename) await bundleTypes()
