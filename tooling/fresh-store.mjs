/*
 * `node tooling/fresh-store.mjs [npm|pnpm] [--medusa 2.21.2] [--keep]`: does what a merchant does with the package. It packs the plugin, makes a
 * store outside of this project and installs the package there. Without the plugin the store answers what Medusa answers; then the plugin comes
 * into it: one click brings one commission, and Medusa's own answers have to stay the same, with every order attributed.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { parseArgs } from "node:util"
import { buildPlugin } from "./build.mjs"
import { ensureInstalled } from "./install.mjs"
import { allAttributed, bringOneOrder, clickLink } from "./fresh-store/one-order.mjs"
import { sameAnswers } from "./fresh-store/same-answers.mjs"
import { makeStore } from "./fresh-store/store.mjs"
import { walk } from "./fresh-store/walk.mjs"
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
const without = makeStore(folder, await settings("without", "off"))
const store = makeStore(folder, await settings("store", "on"))

let ok = false
try {
  await step("pack", store.pack)
  await step("install", store.install)
  await step("build", () => store.medusa("build"))

  await postgres.ensureDatabase("without")
  await step("migrate and seed without the plugin", () => without.prepare())
  await postgres.ensureDatabase("store", "without")
  await step("start", without.start)
  const expected = await step("what Medusa answers", () => walk(without))
  await without.stop()

  await step("migrate with the plugin", () => store.medusa("db:migrate"))
  await step("start", store.start)
  const click = await step("program, affiliate, click", () => clickLink(store))
  const found = await step("what Medusa answers, every order attributed", () => walk(store, click.headers))
  process.stdout.write(`${sameAnswers(expected, found)} answers are the same with the plugin and without it\n`)
  await step("each of them is attributed", () => allAttributed(store))
  await step("one click, one order, one commission", () => bringOneOrder(store, click))
  await step("doctor", () => store.affiliate("doctor"))
  ok = true
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
} finally {
  await without.stop()
  await store.stop()
  await postgres.stop()
  if (values.keep) process.stdout.write(`The store is kept in ${folder}\n`)
  else rmSync(folder, { recursive: true, force: true })
}
process.exit(ok ? 0 : 1)

/** @param {string} database @param {"on" | "off"} affiliate @returns {Promise<Parameters<typeof makeStore>[1]>} */
async function settings(database, affiliate) {
  const env = { DATABASE_URL: postgres.url(database), PORT: String(await freePort()), AFFILIATE: affiliate }
  return { manager: manager === "pnpm" ? "pnpm" : "npm", medusa: values.medusa, env }
}

/** @template T @param {string} name @param {() => T | Promise<T>} work @returns {Promise<T>} */
async function step(name, work) {
  const begun = Date.now()
  const result = await work()
  process.stdout.write(`${name.padEnd(45)}${((Date.now() - begun) / 1000).toFixed(1).padStart(6)} s\n`)
  return result
}
