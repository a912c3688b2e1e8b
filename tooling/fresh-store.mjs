/*
 * `node tooling/fresh-store.mjs [npm|pnpm] [--medusa 2.21.2] [--keep]`: does what a merchant does with the package. It packs the plugin, makes a
 * store outside of this project, installs the package there, migrates, builds, starts the built store, and brings one order by one click.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { parseArgs } from "node:util"
import { buildPlugin } from "./build.mjs"
import { ensureInstalled } from "./install.mjs"
import { bringOneOrder, clickLink } from "./fresh-store/one-order.mjs"
import { makeStore } from "./fresh-store/store.mjs"
import { freePort, startPostgres } from "./postgres.mjs"

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { medusa: { type: "string", default: "2.21.2" }, keep: { type: "boolean", default: false } },
})
const [manager = "npm"] = positionals
if (manager !== "npm" && manager !== "pnpm") throw new Error(`${manager}: must be npm or pnpm`)

ensureInstalled()
if (!(await buildPlugin())) process.exit(1)

const folder = mkdtempSync(path.join(tmpdir(), "fresh-store-"))
const postgres = await startPostgres()
const env = { DATABASE_URL: postgres.url("store"), PORT: String(await freePort()) }
const store = makeStore(folder, { manager, medusa: values.medusa, env })

let ok = false
try {
  await postgres.ensureDatabase("store")
  await step("pack", store.pack)
  await step("install", store.install)
  await step("migrate", () => store.medusa("db:migrate"))
  await step("build", () => store.medusa("build"))
  await step("seed", store.seed)
  await step("start", store.start)
  await step("one order", async () => bringOneOrder(store, await clickLink(store)))
  await step("doctor", () => store.affiliate("doctor"))
  ok = true
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
} finally {
  store.stop()
  await postgres.stop()
  if (values.keep) process.stdout.write(`The store is kept in ${folder}\n`)
  else rmSync(folder, { recursive: true, force: true })
}
process.exit(ok ? 0 : 1)

/** @param {string} name @param {() => unknown} work */
async function step(name, work) {
  const begun = Date.now()
  await work()
  process.stdout.write(`${name.padEnd(12)}${((Date.now() - begun) / 1000).toFixed(1).padStart(7)} s\n`)
}
