import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { freePort } from "./postgres.mjs"

/** The machine's redis-server, in memory only. Undefined where there is none: npm has no package with one. */
export async function startRedis() {
  if (spawnSync("redis-server", ["--version"]).status !== 0) return undefined
  const port = await freePort()
  const flags = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
  const server = spawn("redis-server", flags, { cwd: "/", stdio: ["ignore", "pipe", "inherit"] })
  const exit = once(server, "exit")
  process.once("exit", () => server.kill())
  for await (const line of createInterface({ input: server.stdout })) if (line.includes("Ready to accept connections")) break
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      server.kill()
      await exit
    },
  }
}
