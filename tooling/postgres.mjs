import { spawn, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  closeSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { createServer } from "node:net"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { canReach, postgresBinDir, postgresOsUser, reachableTmpdir } from "./postgres-binaries.mjs"

export const USER = "postgres"
export const PASSWORD = "postgres"

/**
 * @typedef {object} Postgres
 * @property {number} port
 * @property {string} dataDir where the data really is, see `placeOf`
 * @property {string} binDir holds postgres, initdb and pg_ctl; there is no psql in it
 * @property {(database: string) => string} url
 * @property {(database: string, template?: string) => Promise<void>} ensureDatabase creates it unless it exists, as a copy of another where one is named
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a PostgreSQL on localhost, or takes over the one that a killed process left running on the same data.
 *
 * It ends with this process, however this process ends: a watchdog outside of it sees the pipe close. So nobody needs a signal handler
 * for it; `stop()` is for those who want to wait for the end.
 *
 * @param {object} [options]
 * @param {string} [options.dataDir] initialised on first use; without it the data is temporary and removed at the end
 * @param {number} [options.port] default: a free one
 * @param {Record<string, string | number>} [options.settings] as in postgresql.conf
 * @returns {Promise<Postgres>}
 */
export async function startPostgres({ dataDir, port, settings = {} } = {}) {
  const user = postgresOsUser()
  const binDir = await postgresBinDir(user)
  const place = dataDir ? placeOf(dataDir, user) : mkdtempSync(path.join(reachableTmpdir(user), "medusa-affiliate-test-"))

  const left = runningOn(place)
  if (left && port && left.port !== port) await end(left.pid)
  else if (left) return await adopt(left, place, binDir)

  if (!existsSync(path.join(place, "PG_VERSION"))) initialise(place, binDir, user)
  port ??= await freePort()
  const log = path.join(place, "server.log")
  const output = openSync(log, "w")
  const flags = Object.entries({ listen_addresses: "localhost", unix_socket_directories: "", timezone: "UTC", ...settings })
  const server = spawn(
    path.join(binDir, "postgres"),
    ["-D", place, "-p", String(port), ...flags.flatMap(([key, value]) => ["-c", `${key}=${value}`])],
    {
      ...user,
      cwd: "/",
      // Its own process group: Ctrl-C in the terminal must not shut the database down under a store that is still finishing its work.
      detached: true,
      stdio: ["ignore", output, output],
    }
  )
  closeSync(output)
  server.unref()

  let exited = false
  server.once("exit", () => (exited = true))
  server.once("error", () => (exited = true))
  writeFileSync(path.join(place, "launcher.pid"), String(process.pid))
  const watchdog = watch(Number(server.pid), dataDir ? undefined : place)
  await ready(place, () => {
    if (exited) throw new Error(`PostgreSQL did not start:\n${readFileSync(log, "utf8").slice(-2000)}`)
  })

  return handle({ port, place, binDir }, async () => {
    watchdog.cancel()
    if (!exited) await end(Number(server.pid))
    if (!dataDir) rmSync(place, { recursive: true, force: true })
  })
}

/**
 * Stops a server that still runs on this data, and removes the data.
 * @param {string} dataDir as given to `startPostgres`
 */
export async function removeData(dataDir) {
  const place = placeOf(dataDir, postgresOsUser())
  const left = runningOn(place)
  if (left) await end(left.pid)
  rmSync(place, { recursive: true, force: true })
}

/** @param {string} dataDir as given to `startPostgres` */
export const hasData = (dataDir) => existsSync(path.join(placeOf(dataDir, postgresOsUser()), "PG_VERSION"))

/**
 * Copies the data of a server that has been stopped.
 * @param {string} from as given to `startPostgres`
 * @param {string} to
 */
export function copyData(from, to) {
  const user = postgresOsUser()
  const target = placeOf(to, user)
  rmSync(target, { recursive: true, force: true })
  // The owner has to stay the same, which Node's own copy does not see to; and a copy that was interrupted must not be taken for one.
  const { status, stderr } = spawnSync("cp", ["-Rp", placeOf(from, user), `${target}.part`], { encoding: "utf8" })
  if (status !== 0) throw new Error(`The data of PostgreSQL could not be copied:\n${stderr}`)
  renameSync(`${target}.part`, target)
}

/**
 * Where the data of `dataDir` lies: there, or, when PostgreSQL's OS user cannot get there, in a directory for all that is named after it.
 * @param {string} dataDir
 * @param {import("./postgres-binaries.mjs").OsUser} user
 */
function placeOf(dataDir, user) {
  mkdirSync(path.dirname(path.resolve(dataDir)), { recursive: true })
  const parent = realpathSync(path.dirname(path.resolve(dataDir)))
  const wanted = path.join(parent, path.basename(dataDir))
  if (canReach(user, parent)) return wanted
  const name = createHash("sha256").update(wanted).digest("hex").slice(0, 12)
  return path.join(reachableTmpdir(user), `medusa-affiliate-data-${name}`)
}

/** @param {string} place @param {string} binDir @param {import("./postgres-binaries.mjs").OsUser} user */
function initialise(place, binDir, user) {
  mkdirSync(place, { recursive: true, mode: 0o700 })
  const passwordFile = `${place}.password`
  writeFileSync(passwordFile, PASSWORD, { mode: 0o600 })
  for (const file of [place, passwordFile]) if (user.uid) chownSync(file, user.uid, Number(user.gid))
  // The built-in locale: lower() knows all letters, and sorting is the same on every machine.
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
  const login = ["--auth=scram-sha-256", `--username=${USER}`, `--pwfile=${passwordFile}`]
  const result = spawnSync(path.join(binDir, "initdb"), ["-D", place, "--no-sync", ...login, ...locale], {
    ...user,
    cwd: "/",
    encoding: "utf8",
  })
  rmSync(passwordFile)
  if (result.status === 0) return
  rmSync(place, { recursive: true, force: true })
  throw new Error(`initdb failed in ${place}:\n${result.stderr ?? result.error}`)
}

/**
 * The server named in postmaster.pid, if it is alive and really serves this directory (the number may meanwhile be another process's).
 * @param {string} place
 */
function runningOn(place) {
  const file = path.join(place, "postmaster.pid")
  if (!existsSync(file)) return undefined
  const [pid, , , port] = readFileSync(file, "utf8").split("\n").map(Number)
  if (pid && port && commandOf(pid).includes(place)) return { pid, port }
  // Without this PostgreSQL would refuse to start where the number is in use again, as happens in containers.
  rmSync(file)
  return undefined
}

/** @param {number} pid @returns its command line, empty when there is no such process */
function commandOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8")
  } catch {
    return process.platform === "linux" ? "" : spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout
  }
}

/** @param {{ pid: number, port: number }} left @param {string} place @param {string} binDir */
async function adopt(left, place, binDir) {
  await ready(place, () => {})
  const launcher = Number(readFileSync(path.join(place, "launcher.pid"), "utf8"))
  // Its own launcher lives and will stop it; we are a guest.
  if (launcher !== process.pid && alive(launcher)) return handle({ port: left.port, place, binDir }, async () => {})

  writeFileSync(path.join(place, "launcher.pid"), String(process.pid))
  const watchdog = watch(left.pid)
  return handle({ port: left.port, place, binDir }, async () => {
    watchdog.cancel()
    await end(left.pid)
  })
}

/** @param {{ port: number, place: string, binDir: string }} server @param {() => Promise<void>} stop @returns {Postgres} */
function handle({ port, place, binDir }, stop) {
  /** @param {string} database */
  const url = (database) => `postgres://${USER}:${PASSWORD}@localhost:${port}/${database}`
  return { port, dataDir: place, binDir, url, ensureDatabase: (...names) => ensureDatabase(url("postgres"), ...names), stop }
}

/** @param {string} connectionString @param {string} database @param {string} [template] */
async function ensureDatabase(connectionString, database, template = "template1") {
  const { default: pg } = await import("pg")
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [database])
    const [name, copied] = [database, template].map((one) => client.escapeIdentifier(one))
    if (!rowCount) await client.query(`CREATE DATABASE ${name} TEMPLATE ${copied}`)
  } finally {
    await client.end()
  }
}

/**
 * A shell that waits for the end of this process (its end of the pipe closes, even on SIGKILL) and then shuts the server down.
 * @param {number} pid
 * @param {string} [temporary] a directory to remove after that
 */
function watch(pid, temporary = "") {
  // The wait is bounded because in a container without an init process nobody buries the server, and its number lives on.
  const script =
    'read -r line; kill -INT "$1"; [ -n "$2" ] || exit 0; i=0; while kill -0 "$1" && [ $((i += 1)) -lt 50 ]; do sleep 0.1; done; rm -rf "$2"'
  const shell = spawn("sh", ["-c", script, "sh", String(pid), temporary], { cwd: "/", detached: true, stdio: ["pipe", "ignore", "ignore"] })
  shell.unref()
  const pipe = /** @type {import("node:net").Socket} */ (shell.stdin)
  pipe.on("error", () => {})
  pipe.unref()
  return { cancel: () => shell.kill("SIGKILL") }
}

/** PostgreSQL's "fast" shutdown: open transactions are rolled back. @param {number} pid */
async function end(pid) {
  if (alive(pid)) process.kill(pid, "SIGINT")
  await until(() => !commandOf(pid), `PostgreSQL (process ${pid}) to stop`)
}

/** @param {string} place @param {() => void} check throws when there is nothing to wait for */
async function ready(place, check) {
  const file = path.join(place, "postmaster.pid")
  await until(() => {
    check()
    return existsSync(file) && readFileSync(file, "utf8").split("\n")[7]?.trim() === "ready"
  }, "PostgreSQL to accept connections")
}

/** @param {() => boolean} condition @param {string} what */
async function until(condition, what) {
  for (const deadline = Date.now() + 60_000; !condition(); await sleep(50)) {
    if (Date.now() > deadline) throw new Error(`Waited a minute for ${what}.`)
  }
}

/** @param {number} pid */
function alive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM"
  }
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(0, "localhost", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address())
      server.close(() => resolve(port))
    })
  })
}
