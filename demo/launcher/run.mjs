import { rmSync } from "node:fs"
import { buildPlugin } from "../../tooling/build.mjs"
import { buildDashboard, isDashboardBuilt } from "./dashboard.mjs"
import { dataCache } from "./data-cache.mjs"
import { openDatabase, prepareDatabase, throwDataAway } from "./database.mjs"
import { describeDemo, demoFile } from "./describe.mjs"
import { linkPlugin } from "./link-plugin.mjs"
import { holdLock } from "./lock.mjs"
import { failure, stopAllMedusa } from "./medusa.mjs"
import { requireFreePort } from "./port.mjs"
import { say, step } from "./progress.mjs"
import { startServer } from "./server.mjs"
import { printSummary } from "./summary.mjs"
import { changes } from "./watch.mjs"

/**
 * @typedef {{ fresh: boolean, empty: boolean, watch: boolean, port: number }} Wishes
 * @typedef {import("./medusa.mjs").MedusaProcess} Server
 */

/** Starts the demo and stays until somebody presses Ctrl-C. @param {Wishes} wishes */
export async function runDemo(wishes) {
  /** @type {(() => unknown)[]} what was started, to be stopped in the opposite order */
  const started = []
  let stopping = false
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end()
  }
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      say("\nStopping …")
      void stop().finally(() => process.exit(0))
    })
  }

  try {
    const { server, database } = await start(wishes, started)
    if (wishes.watch) await keepUpToDate(wishes, server, database)
    await server.exited
    if (!stopping) throw failure("The server", server.logFile)
  } catch (error) {
    // What Ctrl-C interrupts fails, and needs no words.
    if (stopping) return await new Promise(() => {})
    await stop()
    throw error
  }
}

async function buildOrThrow() {
  if (!(await buildPlugin())) throw new Error("The plugin could not be built, see above.")
}

/** @param {Wishes} wishes @param {(() => unknown)[]} started */
async function start({ fresh, empty, port }, started) {
  started.push(holdLock())
  await requireFreePort(port)
  // Whoever waits for this file must not see the last start's.
  rmSync(demoFile, { force: true })

  await step("Plugin built", buildOrThrow)
  linkPlugin()
  if (fresh) await step("Old data removed", throwDataAway)
  started.push(stopAllMedusa)

  // Two processor cores: one bundles pages while the other fills the shop.
  const [database] = await Promise.all([filledDatabase({ empty, port }, started), buildDashboardOnce()])
  const server = await step("Shop running", () => startServer(port, database.url))
  printSummary(await describeDemo(`http://localhost:${port}`, await database.readFacts()))
  return { server, database }
}

const buildDashboardOnce = async () => isDashboardBuilt() || step("Dashboard built (a minute, once)", buildDashboard)

/** @param {{ empty: boolean, port: number }} wishes @param {(() => unknown)[]} started */
async function filledDatabase({ empty, port }, started) {
  const cache = empty ? undefined : dataCache()
  if (cache?.isFilled()) await step("Data taken from the cache", cache.take)
  const open = () => openDatabase(empty ? "demo_empty" : "demo")
  let database = await step("PostgreSQL running", open)
  // Processes of the store end before it.
  started.splice(started.indexOf(stopAllMedusa), 0, () => database.stop())
  await prepareDatabase(database, { empty, port })
  if (cache && !cache.isFilled()) {
    await database.stop()
    await cache.fill()
    database = await open()
  }
  return database
}

/** Builds and starts anew whenever the sources change. @param {Wishes} wishes @param {Server} server @param {import("./database.mjs").Database} database */
async function keepUpToDate({ empty, port }, server, database) {
  say("Waiting for changes under src and demo/src.")
  for await (const files of changes()) {
    say(`\nChanged: ${files.join(", ")}`)
    try {
      await step("Plugin built", buildOrThrow)
      await server.stop()
      await buildDashboardOnce()
      await prepareDatabase(database, { empty, port })
      server = await step("Shop running", () => startServer(port, database.url))
    } catch (error) {
      say(`\n${error instanceof Error ? error.message : String(error)}\nWaiting for the next change.`)
    }
  }
}
