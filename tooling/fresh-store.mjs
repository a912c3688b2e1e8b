/*
 * `node tooling/fresh-store.mjs [npm|pnpm] [--medusa 2.21.2] [--keep]`: does what a merchant does with the package. It packs the plugin, makes a
 * store outside of this project, installs the package there, builds, migrates, starts the built store, and brings one order by one click. Before that
 * it does what a store without the plugin does, both without it and with it, and compares Medusa's answers.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { parseArgs } from "node:util"
import { buildPlugin } from "./build.mjs"
import { ensureInstalled } from "./install.mjs"
import { bringOneOrder, clickLink } from "./fresh-store/one-order.mjs"
import { makeStore } from "./fresh-store/store.mjs"
import { differences, walk } from "./fresh-store/walk.mjs"
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

/** @param {"on" | "off"} AFFILIATE */
async function storeWith(AFFILIATE) {
  await postgres.ensureDatabase(`store-${AFFILIATE}`)
  const env = { DATABASE_URL: postgres.url(`store-${AFFILIATE}`), PORT: String(await freePort()), AFFILIATE }
  return makeStore(folder, { manager: manager === "pnpm" ? "pnpm" : "npm", medusa: values.medusa, env })
}

let ok = false
try {
  const store = await storeWith("on")
  await step("pack", store.pack)
  await step("install", store.install)
  await step("build", () => store.medusa("build"))

  const without = await storeWith("off")
  await step("migrate, start without the plugin", () => open(without))
  /** @type {import("./fresh-store/walk.mjs").Step[]} */
  let expected = []
  await step("walk through Medusa without it", async () => void (expected = await walk(without)))
  without.stop()

  await step("migrate, start with the plugin", () => open(store))
  const click = await clickLink(store)
  await step("the same walk, every order attributed", async () => sameAs(expected, await walk(store, click.headers)))
  await step("one click, one order, one commission", () => bringOneOrder(store, click))
  await step("doctor", () => store.affiliate("doctor"))
  store.stop()
  ok = true
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
} finally {
  await postgres.stop()
  if (values.keep) process.stdout.write(`The store is kept in ${folder}\n`)
  else rmSync(folder, { recursive: true, force: true })
}
process.exit(ok ? 0 : 1)

/** @param {import("./fresh-store/store.mjs").Store} store */
async function open(store) {
  store.medusa("db:migrate")
  store.seed()
  await store.start()
}

/** @param {import("./fresh-store/walk.mjs").Step[]} expected @param {import("./fresh-store/walk.mjs").Step[]} found */
function sameAs(expected, found) {
  const failed = expected.filter(({ status }) => status >= 500)
  const differing = differences(expected, found)
  if (differing.length + failed.length > 0)
    throw new Error([...failed.map(({ step }) => `${step} failed without the plugin`), ...differing].join("\n"))
  process.stdout.write(`${expected.length} answers of Medusa are the same with the plugin and without it\n`)
}

/** @param {string} name @param {() => unknown} work */
async function step(name, work) {
  const begun = Date.now()
  await work()
  process.stdout.write(`${name.padEnd(40)}${((Date.now() - begun) / 1000).toFixed(1).padStart(7)} s\n`)
}
