import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { createServer } from "node:net"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

/** A process of a store that is spread over several. */
export interface Machine {
  url: string
  /** Ends it as a power cut does. */
  kill: () => Promise<void>
}

const ROOT = path.resolve(__dirname, "../..")
const STORE = path.join(ROOT, "bench/store")
const PATIENCE_MS = 120_000

/** Starts the store in production mode, and waits until it answers. */
export async function startMachine(mode: "server" | "worker", env: { DATABASE_URL: string; REDIS_URL: string }): Promise<Machine> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = spawn(process.execPath, [path.join(ROOT, "node_modules/@medusajs/cli/cli.js"), "start", "--port", String(port)], {
    cwd: STORE,
    env: {
      ...process.env,
      ...env,
      NODE_ENV: "production",
      MEDUSA_WORKER_MODE: mode,
      PORT: String(port),
      LOG_LEVEL: "error",
      NODE_OPTIONS: "",
    },
    stdio: ["ignore", "pipe", "pipe"],
  })
  const said = tailOf(child)
  const exited = once(child, "exit")
  const kill = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL")
    await exited
  }
  for (const end = Date.now() + PATIENCE_MS; !(await isHealthy(url)); ) {
    await sleep(200)
    if (child.exitCode === null && Date.now() < end) continue
    await kill()
    throw new Error(`A ${mode} did not start:\n${said()}`)
  }
  return { url, kill }
}

function tailOf(child: ChildProcess): () => string {
  let said = ""
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (text: Buffer) => (said = (said + text.toString()).slice(-5_000)))
  return () => said
}

const isHealthy = (url: string): Promise<boolean> =>
  fetch(`${url}/health`).then(
    ({ ok }) => ok,
    () => false
  )

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "localhost")
  await once(server, "listening")
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, "close")
  return port
}
