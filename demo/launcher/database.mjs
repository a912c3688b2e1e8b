import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { removeData, startPostgres } from "../../tooling/postgres.mjs"
import { schemaFingerprint } from "./fingerprint.mjs"
import { runMedusa } from "./medusa.mjs"
import { stateDir } from "./paths.mjs"
import { dim, say, step } from "./progress.mjs"

export const dataDir = path.join(stateDir, "postgres")

/**
 * What was done to a database is noted in the database itself, as its comment: so the note cannot outlive or miss what it speaks of.
 * @typedef {{ schema?: string, seeded?: boolean }} Note
 *
 * @typedef {object} Database
 * @property {string} url
 * @property {() => Promise<Note>} readNote
 * @property {(note: Note) => Promise<void>} writeNote
 * @property {() => Promise<void>} recreate
 * @property {() => Promise<import("../src/seed/facts.js").DemoFacts>} readFacts what the seed left in the store's metadata
 * @property {() => Promise<void>} stop
 */

export const throwDataAway = () => removeData(dataDir)

/** @param {string} name @returns {Promise<Database>} */
export async function openDatabase(name) {
  // Ctrl-C must not wait for a disk. What a power cut may break, `--fresh` mends.
  const postgres = await startPostgres({
    dataDir,
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", jit: "off" },
  })
  await postgres.ensureDatabase(name)
  const url = postgres.url(name)
  mkdirSync(stateDir, { recursive: true })
  writeFileSync(path.join(stateDir, "database-url"), `${url}\n`)

  const { default: pg } = await import("pg")
  /** @param {string} sql @param {string[]} [values] @param {string} [on] database */
  const query = async (sql, values, on = "postgres") => {
    const client = new pg.Client({ connectionString: postgres.url(on) })
    await client.connect()
    try {
      return (await client.query(sql, values)).rows
    } finally {
      await client.end()
    }
  }
  return {
    url,
    async readNote() {
      const [row] = await query("SELECT shobj_description(oid, 'pg_database') AS note FROM pg_database WHERE datname = $1", [name])
      return JSON.parse(row?.note ?? "{}")
    },
    writeNote: async (note) => void (await query(`COMMENT ON DATABASE ${name} IS ${new pg.Client().escapeLiteral(JSON.stringify(note))}`)),
    async recreate() {
      await query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await query(`CREATE DATABASE ${name}`)
    },
    async readFacts() {
      const [row] = await query("SELECT metadata -> 'demo' AS facts FROM store WHERE deleted_at IS NULL", [], name)
      return row.facts
    },
    stop: () => {
      rmSync(path.join(stateDir, "database-url"), { force: true })
      return postgres.stop()
    },
  }
}

/** Migrates and seeds as far as needed. A seed that was interrupted starts over. @param {Database} database @param {{ empty: boolean, port: number }} options */
export async function prepareDatabase(database, { empty, port }) {
  const { schema, seeded } = await database.readNote()
  const env = { DATABASE_URL: database.url, PORT: String(port) }
  const wanted = schemaFingerprint()

  if (!seeded) await database.recreate()
  if (!seeded || schema !== wanted) {
    await step("Database migrated", () => runMedusa(["db:migrate"], { log: "migrate", env }))
    await database.writeNote({ schema: wanted, seeded })
  }
  if (!seeded) {
    await step("Shop filled (two to five minutes, once)", () => seed(empty, env))
    await database.writeNote({ schema: wanted, seeded: true })
  }
}

/** @param {boolean} empty @param {Record<string, string>} env */
const seed = (empty, env) =>
  runMedusa(["exec", "./src/scripts/seed.ts", ...(empty ? ["empty"] : [])], {
    log: "seed",
    // Commissions are recorded month by month, after the orders of the month have got their dates; not when they are made.
    env: { ...env, AFFILIATE_PLUGIN_OPTIONS: JSON.stringify({ subscribers: false }) },
    onMessage: (message) => say(dim(`    ${String(message)}`)),
  })
