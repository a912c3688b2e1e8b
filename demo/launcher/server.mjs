import { setTimeout as sleep } from "node:timers/promises"
import { failure, startMedusa } from "./medusa.mjs"

/** Node's 16 KiB would answer 431 to a counter call that carries a long page address, before the counter sees it. */
const NODE_FLAGS = ["--max-http-header-size=131072"]

/** Starts a store and waits until it answers. @param {number} port @param {string} databaseUrl @param {{ cwd?: string, env?: Record<string, string> }} [store] the demo's by default */
export async function startServer(port, databaseUrl, { cwd, env: more } = {}) {
  const env = { DATABASE_URL: databaseUrl, PORT: String(port), ...more }
  const server = startMedusa(["start", "--port", String(port)], { log: "server", cwd, env, nodeFlags: NODE_FLAGS })
  let exited = false
  server.exited.then(
    () => (exited = true),
    () => (exited = true)
  )
  while (!(await isHealthy(port))) {
    if (exited) throw failure("medusa start", server.logFile)
    await sleep(200)
  }
  return server
}

/** @param {number} port */
async function isHealthy(port) {
  try {
    return (await fetch(`http://localhost:${port}/health`)).ok
  } catch {
    return false
  }
}
