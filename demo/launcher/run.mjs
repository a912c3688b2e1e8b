import { rmSync } from "node:fs"
import { buildPlugin } from "../../tooling/build.mjs"
import { buildDashboard, isDashboardBuilt } from "./dashboard.mjs"
import { openDatabase, prepareDatabase, throwDataAway } from "./database.mjs"
import { describeDemo, demoFile } from "./describe.mjs"
import { linkPlugin } from "./link-plugin.mjs"
import { holdLock } from "./lock.mjs"
import { failure, stopAllMedusa } from "./medusa.mjs"
import { requireFreePort } from "./port.mjs"
import { say, step } from "./progress.mjs"
import { startServer } from "./server.mjs"
import { printSummary } from "./summary.mjs"

/** @typedef {{ fresh: boolean, empty: boolean, port: number }} Wishes */

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
    const server = await start(wishes, started)
    await server.exited
    if (!stopping) throw failure("The server", server.logFile)
  } catch (error) {
    // What Ctrl-C interrupts fails, and needs no words.
    if (stopping) return await new Promise(() => {})
    await stop()
    throw error
  }
}

/** @param {Wishes} wishes @param {(() => unknown)[]} started */
async function start({ fresh, empty, port }, started) {
  started.push(holdLock())
  await requireFreePort(port)
  // Whoever waits for this file must not see the last start's.
  rmSync(demoFile, { force: true })

  await step("Plugin built", async () => {
    if (!(await buildPlugin())) throw new Error("The plugin could not be built, see above.")
  })
  linkPlugin()
  if (fresh) await step("Old data removed", throwDataAway)
  const database = await step("PostgreSQL running", () => openDatabase(empty ? "demo_empty" : "demo"))
  started.push(database.stop, stopAllMedusa)

  // Two processor cores: one bundles pages while the other fills the shop.
  await Promise.all([
    isDashboardBuilt() || step("Dashboard built (a minute, once)", buildDashboard),
    prepareDatabase(database, { empty, port }),
  ])
  const server = await step("Shop running", () => startServer(port, database.url))
  printSummary(await describeDemo(`http://localhost:${port}`, await database.readFacts()))
  return server
}
