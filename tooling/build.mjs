import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { root } from "./install.mjs"
import { run } from "./run.mjs"
import { trimScripts } from "./trim-scripts.mjs"

const stamp = path.join(root, ".medusa", "built-from")

/**
 * `npm run build`, unless `.medusa/server` was built from these very sources.
 * @returns {Promise<boolean>} whether the plugin is built now
 */
export async function buildPlugin() {
  const sources = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) {
    process.stdout.write("The built plugin is up to date.\n")
    return true
  }
  rmSync(stamp, { force: true })
  const medusa = path.join(root, "node_modules", "@medusajs", "cli", "cli.js")
  const { buildPortal } = await import("./build-portal.mjs")
  const { buildBrowser } = await import("./build-browser.mjs")
  if (!(await run(medusa, ["plugin:build"], { MEDUSA_DISABLE_TELEMETRY: "true" }))) return false
  if (!(await buildBrowser())) return false
  await buildPortal()
  trimScripts()
  const { inlineScripts } = await import("./inline-scripts.mjs")
  await inlineScripts()
  const { bundleTypes } = await import("./bundle-types.mjs")
  await bundleTypes()
  writeFileSync(stamp, sources)
  return true
}

function fingerprint() {
  const hash = createHash("sha256")
  const files = readdirSync(path.join(root, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes("__tests__"))
    .map((entry) => path.join(entry.parentPath, entry.name))
  for (const file of [
    ...files.sort(),
    path.join(root, "package.json"),
    path.join(root, "package-lock.json"),
    path.join(root, "tsconfig.json"),
    path.join(root, "docs/reference/openapi.json"),
    ...["build-browser", "build-portal", "bundle-types", "inline-scripts", "third-party", "trim-scripts"].map((name) =>
      path.join(root, "tooling", `${name}.mjs`)
    ),
  ]) {
    hash.update(path.relative(root, file)).update("\0").update(readFileSync(file)).update("\0")
  }
  return hash.digest("hex")
}
