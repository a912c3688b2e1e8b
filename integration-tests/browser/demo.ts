import { spawn } from "node:child_process"
import { chmodSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

const ROOT = path.resolve(__dirname, "..", "..")
/** Longer than the first start on a busy machine takes: it builds plugin and dashboard and lives through three months. */
const PATIENCE_MS = 8 * 60_000

interface Login {
  email: string
  password: string
}

/** What `npm run demo` writes into `demo.json`, as far as the story needs it. */
export interface DemoFile {
  url: string
  admin: Login
  affiliate: Login
  shopper: Login
  publishable_key: string
  region_id: string
  sales_channel_id: string
  shipping_option_id: string
  variant_ids: string[]
  program_id: string
  affiliate_link: string
  promo_code: string
}

export interface Demo extends DemoFile {
  port: number
  /** Ends it as Ctrl-C does. @returns the exit code */
  stop: () => Promise<number | null>
}

/** Starts `npm run demo` as a newcomer does, with a state of its own and on a free port. RUNNING_DEMO=.demo takes the one that runs there. */
export async function startDemo(): Promise<Demo> {
  const { RUNNING_DEMO } = process.env
  if (RUNNING_DEMO) return adopt(path.resolve(ROOT, RUNNING_DEMO))

  // Readable by all: as root PostgreSQL runs as another user, and its data shall lie in here, to be removed with it.
  const state = mkdtempSync(path.join(tmpdir(), "affiliate-demo-"))
  chmodSync(state, 0o755)
  const port = await freePort()
  const log = path.join(state, "launcher.log")
  const output = openSync(log, "w")
  const child = spawn(process.execPath, [path.join(ROOT, "demo", "start.mjs")], {
    cwd: ROOT,
    env: { ...withoutJest(process.env), PORT: String(port), DEMO_STATE: state, NOTIFICATION_CHANNELS: "feed,email" },
    detached: true,
    stdio: ["ignore", output, output],
  })
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve))
  const isRunning = () => child.exitCode === null && child.signalCode === null
  // Should the tests be ended in the middle, the demo ends too.
  process.once("exit", () => {
    if (isRunning()) child.kill("SIGTERM")
  })

  const stop = async () => {
    if (isRunning()) process.kill(-(child.pid ?? 0), "SIGINT")
    const code = await exited
    rmSync(state, { recursive: true, force: true })
    return code
  }
  const end = Date.now() + PATIENCE_MS
  while (!(await isUp(state, port))) {
    if (!isRunning() || Date.now() > end) {
      const said = readFileSync(log, "utf8")
      await stop()
      throw new Error(`The demo did not start:\n${said.slice(-3_000)}`)
    }
    await sleep(500)
  }
  return { ...read(state), port, stop }
}

async function adopt(state: string): Promise<Demo> {
  const file = read(state)
  return { ...file, port: Number(new URL(file.url).port), stop: async () => null }
}

const read = (state: string) => JSON.parse(readFileSync(path.join(state, "demo.json"), "utf8")) as DemoFile

async function isUp(state: string, port: number): Promise<boolean> {
  if (!existsSync(path.join(state, "demo.json"))) return false
  return fetch(`http://localhost:${port}/health`).then(
    ({ ok }) => ok,
    () => false
  )
}

/** Whether nobody listens there. */
export const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once("error", () => resolve(false))
    probe.listen(port, () => probe.close(() => resolve(true)))
  })

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once("error", reject)
    probe.listen(0, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0))
    })
  })

/** Jest's flags and names change how Node and Medusa behave; a newcomer has none of them. */
function withoutJest(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const left = Object.entries(env).filter(([name]) => !/^(JEST_|NODE_OPTIONS$|NODE_ENV$|TEST_TYPE$|DATABASE_URL$|DB_)/.test(name))
  return Object.fromEntries(left) as NodeJS.ProcessEnv
}
