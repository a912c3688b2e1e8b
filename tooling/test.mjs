import { ensureInstalled } from "./install.mjs"
import { bin, jest, medusa, run } from "./run.mjs"

const help = `npm test                                  everything, in this order; ends at the first failure
npm test -- --keep-going                  everything, whatever fails
npm test -- <stage> [arguments of its tool]

stages without a database: format lint types unit build
stages with the embedded PostgreSQL: module http lifecycle concurrency properties redis browser

npm test -- unit period                   the unit tests in files whose path contains "period"
npm test -- module -t "closes once"       one module test
npm test -- http store --watch            Jest's own arguments work
LOG_LEVEL=info npm test -- lifecycle --silent=false     with Medusa's log and the console's
`

/**
 * @typedef {object} Outcome
 * @property {boolean} ok
 * @property {string} [skipped] why it could not run
 * @property {import("./run.mjs").Counts} [counts]
 *
 * @typedef {(args: string[]) => Promise<Outcome>} Stage
 */

/** Each file of tests boots a store, with a database of its own, and leaves much of it in the process: of thirty there would be no memory left. */
const TWO_AT_A_TIME = ["--maxWorkers=2", "--workerIdleMemoryLimit=1GB"]
/** What is about parallel callers, time limits or servers of its own wants the machine to itself. */
const ALONE = ["--runInBand"]

/** @type {Record<string, Stage>} */
const stages = {
  format: async (args) => ({ ok: await run(bin("prettier"), ["--check", "--log-level=warn", ".", ...args]) }),
  lint: async (args) => ({ ok: await run(bin("eslint"), ["--max-warnings=0", ".", ...args]) }),
  types: async (args) => {
    for (const project of ["tsconfig.test.json", "src/admin/tsconfig.json", "tooling/tsconfig.json"]) {
      if (!(await run(bin("tsc"), ["-p", project, ...args]))) return { ok: false }
    }
    return { ok: true }
  },
  unit: (args) => jest("unit", args),
  build: async () => ({ ok: await (await import("./build.mjs")).buildPlugin() }),
  // One database per worker, so two at a time are safe.
  module: async (args) => jest("module", ["--maxWorkers=2", "--forceExit", ...args], await database()),
  http: (args) => store("http", [...TWO_AT_A_TIME, ...args]),
  lifecycle: (args) => store("lifecycle", [...TWO_AT_A_TIME, ...args]),
  concurrency: (args) => store("concurrency", [...ALONE, ...args]),
  properties: (args) => store("properties", [...TWO_AT_A_TIME, ...args]),
  redis: async (args) => {
    const redis = await (await import("./redis.mjs")).startRedis()
    if (!redis) return { ok: true, skipped: "no redis-server on this machine (Debian: apt-get install redis-server)" }
    atEnd.push(redis.stop)
    return store("redis", [...ALONE, ...args], { REDIS_URL: redis.url })
  },
  browser: async (args) => {
    const chromium = await (await import("./chromium.mjs")).findChromium()
    if (!chromium) return { ok: true, skipped: "no Chromium on this machine (set CHROMIUM_PATH)" }
    return store("browser", [...ALONE, ...args], { CHROMIUM_PATH: chromium.executablePath, CHROMIUM_ARGS: chromium.args.join(" ") })
  },
}

/** Tests of a whole store: they run the built plugin, as a merchant's store does. @param {string} type @param {string[]} args */
async function store(type, args, env = {}) {
  const { buildPlugin } = await import("./build.mjs")
  if (!(await buildPlugin()) || !(await migrateOnce())) return { ok: false }
  // Silent: every restore of the database ends connections, and each of them is logged.
  return jest(type, ["--forceExit", "--silent", ...args], { ...(await database()), ...env })
}

/** @type {(() => Promise<void>)[]} */
const atEnd = []

/** @type {Promise<Record<string, string>> | undefined} */
let started
const database = () => (started ??= startDatabase())

async function startDatabase() {
  const { startPostgres, USER, PASSWORD } = await import("./postgres.mjs")
  const postgres = await startPostgres({
    // Nothing here has to survive a power cut.
    settings: {
      max_connections: 200,
      fsync: "off",
      synchronous_commit: "off",
      full_page_writes: "off",
      jit: "off",
    },
  })
  atEnd.push(postgres.stop)
  // Medusa's test runner demands TLS of every host that is not called localhost.
  const address = { DB_HOST: "localhost", DB_PORT: String(postgres.port), DB_USERNAME: USER, DB_PASSWORD: PASSWORD }
  return { ...address, DATABASE_URL: postgres.url("postgres") }
}

/** @type {Promise<boolean> | undefined} */
let migrated
/**
 * PostgreSQL makes a database by copying `template1`. Migrated there once, it saves every store that a test boots half the time it takes.
 * Silent as well: Medusa asks in each of its migrations to have a look at one thing or another.
 */
const migrateOnce = () =>
  (migrated ??= database().then((env) =>
    medusa(["db:migrate", "--skip-scripts"], { ...env, DATABASE_URL: env.DATABASE_URL.replace(/[^/]+$/, "template1"), LOG_LEVEL: "error" })
  ))

/** @param {string[]} names @param {string[]} args @param {boolean} keepGoing */
async function runStages(names, args, keepGoing) {
  /** @type {(Outcome & { name: string, seconds: number })[]} */
  const results = []
  for (const name of names) {
    process.stdout.write(`\n━━ ${name} ${"━".repeat(60 - name.length)}\n`)
    const start = performance.now()
    const outcome = await /** @type {Stage} */ (stages[name])(args)
    if (outcome.skipped) process.stdout.write(`Skipped: ${outcome.skipped}\n`)
    // What a developer may leave out on a laptop must have run before a merge.
    if (outcome.skipped && process.env.CI === "true") outcome.ok = false
    results.push({ name, seconds: (performance.now() - start) / 1000, ...outcome })
    if (!outcome.ok && !keepGoing) break
  }
  return results
}

/** @param {Awaited<ReturnType<typeof runStages>>} results @param {string[]} notRun */
function report(results, notRun) {
  const row = (/** @type {(string | number)[]} */ [name, ...cells]) =>
    `${String(name).padEnd(14)}${cells.map((cell) => String(cell).padStart(9)).join("")}\n`
  process.stdout.write(`\n${row(["stage", "seconds", "passed", "failed", "skipped", ""])}`)
  for (const { name, seconds, ok, skipped, counts } of results) {
    const numbers = counts ? [counts.passed, counts.failed, counts.skipped] : ["", "", ""]
    process.stdout.write(row([name, seconds.toFixed(1), ...numbers, skipped ? "skipped" : ok ? "ok" : "FAILED"]))
  }
  for (const name of notRun) process.stdout.write(row([name, "", "", "", "", "not run"]))
  for (const { name, skipped } of results) if (skipped) process.stdout.write(`\nNot run: ${name}, because there is ${skipped}\n`)
}

const [first, ...rest] = process.argv.slice(2)
if (first === "--help" || (first && first !== "--keep-going" && !stages[first])) {
  process.stdout.write(help)
  process.exit(first === "--help" ? 0 : 1)
}

let ok = false
try {
  ensureInstalled()
  const chosen = first && stages[first] ? [first] : Object.keys(stages)
  const results = await runStages(chosen, chosen.length === 1 ? rest : [], first === "--keep-going")
  report(results, chosen.slice(results.length))
  ok = results.every((result) => result.ok)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
} finally {
  for (const stop of atEnd) await stop()
}
// Of the libraries in play some hold the process open.
process.exit(ok ? 0 : 1)
