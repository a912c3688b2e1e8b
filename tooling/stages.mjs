import { mkdirSync } from "node:fs"
import path from "node:path"
import { root } from "./install.mjs"
import { checkWords } from "./check-words.mjs"
import { bin, jest, run } from "./run.mjs"
import { database, migrateTemplate, stopAtEnd } from "./test-database.mjs"

/**
 * @typedef {import("./report.mjs").Outcome} Outcome
 * @typedef {object} Stage
 * @property {1 | 2} cores how many processor cores it keeps busy
 * @property {(args: string[], files?: string[]) => Promise<Outcome>} run the files are all, unless they are named
 */

/** What a worker has booted serves every file it runs. One that has grown beyond this starts over. */
const TWO_AT_A_TIME = ["--maxWorkers=2", "--workerIdleMemoryLimit=3GB"]
const ONE_AFTER_THE_OTHER = ["--maxWorkers=1"]

/** Nobody ends what a worker has booted, and each connection that a copy of the database ends would be logged. */
const QUIETLY = ["--forceExit", "--silent"]

const cache = path.join(root, ".cache")
/** A cached file is not looked at again when a type that it imports has changed: what guards a merge does without. */
const eslintCache = process.env.CI === "true" ? [] : ["--cache", "--cache-strategy=content", `--cache-location=${cache}/eslint`]

/** In the order in which they run. @type {Record<string, Stage>} */
export const stages = {
  format: {
    cores: 1,
    run: async (args, files = ["."]) => {
      const isFormatted = await run(bin("prettier"), ["--check", "--log-level=warn", "--ignore-unknown", ...files, ...args])
      return { ok: checkWords() && isFormatted }
    },
  },
  lint: {
    cores: 1,
    run: async (args, files = ["."]) => {
      const isClean = await run(bin("eslint"), ["--max-warnings=0", "--no-warn-ignored", ...eslintCache, ...files, ...args])
      // What is exported for nobody, and what is imported and not named in package.json.
      return { ok: (await run(bin("knip"), ["--no-progress"])) && isClean }
    },
  },
  types: {
    cores: 1,
    run: async (args) => {
      mkdirSync(cache, { recursive: true })
      const projects = ["admin", "portal", "tracker"].map((name) => `src/${name}/tsconfig.json`)
      for (const project of ["tsconfig.test.json", ...projects, "tooling/tsconfig.json"]) {
        const known = path.join(cache, "types", `${project.replaceAll("/", "-")}.tsbuildinfo`)
        if (!(await run(bin("tsc"), ["-p", project, "--incremental", "--tsBuildInfoFile", known, ...args]))) return { ok: false }
      }
      return { ok: true }
    },
  },
  unit: { cores: 1, run: (args) => jest("unit", ["--maxWorkers=1", ...args]) },
  pdf: { cores: 1, run: pdf },
  build: { cores: 2, run: async () => ({ ok: (await build()) && (await (await import("./check-package.mjs")).checkPackage()) }) },
  module: { cores: 2, run: async (args) => jest("module", [...TWO_AT_A_TIME, ...QUIETLY, ...args], await database()) },
  http: { cores: 2, run: (args) => store("http", [...TWO_AT_A_TIME, ...args]) },
  lifecycle: { cores: 2, run: (args) => store("lifecycle", [...TWO_AT_A_TIME, ...args]) },
  // Parallel callers and their time limits want the machine to themselves.
  concurrency: { cores: 2, run: (args) => store("concurrency", [...ONE_AFTER_THE_OTHER, ...args]) },
  // Four stores at a time. Beside the browser they are so slow that its pages do not come in time.
  redis: { cores: 2, run: redis },
  // The browser's one long story keeps one core busy for as long as the stage after it.
  browser: { cores: 1, run: browser },
  properties: { cores: 1, run: (args) => store("properties", [...ONE_AFTER_THE_OTHER, ...args]) },
}

/** @type {Promise<boolean> | undefined} */
let built
const build = () => (built ??= import("./build.mjs").then(({ buildPlugin }) => buildPlugin()))

/** Tests of a whole store: they run the built plugin, as a merchant's store does. @param {string} type @param {string[]} args */
async function store(type, args, env = {}) {
  if (!(await build()) || !(await migrateTemplate())) return { ok: false }
  return jest(type, [...QUIETLY, ...args], { ...(await database()), ...env })
}

/** @param {string[]} args */
async function pdf(args) {
  const { findPdfReaders } = await import("./pdf-readers.mjs")
  const readers = findPdfReaders()
  return "missing" in readers ? { ok: true, skipped: readers.missing } : jest("pdf", ["--maxWorkers=1", ...args], readers.env)
}

/** @param {string[]} args */
async function redis(args) {
  const { startRedis } = await import("./redis.mjs")
  const server = await startRedis()
  if (!server) return { ok: true, skipped: "no redis-server on this machine (Debian: apt-get install redis-server)" }
  stopAtEnd(server.stop)
  return store("redis", [...ONE_AFTER_THE_OTHER, ...args], { REDIS_URL: server.url })
}

/** @param {string[]} args */
async function browser(args) {
  const { findChromium } = await import("./chromium.mjs")
  const chromium = await findChromium()
  if (!chromium) return { ok: true, skipped: "no Chromium on this machine (set CHROMIUM_PATH)" }
  if (!(await build())) return { ok: false }
  const { findPdfReaders } = await import("./pdf-readers.mjs")
  const readers = findPdfReaders()
  return jest("browser", [...ONE_AFTER_THE_OTHER, ...QUIETLY, ...args], {
    ...("env" in readers ? readers.env : {}),
    CHROMIUM_PATH: chromium.executablePath,
    CHROMIUM_ARGS: chromium.args.join(" "),
    DEMO_DATA_CACHE: path.join(cache, "demo"),
  })
}
