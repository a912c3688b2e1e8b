import { medusa } from "./run.mjs"

/** @type {(() => Promise<void>)[]} */
const atEnd = []

/** @param {() => Promise<void>} stop */
export const stopAtEnd = (stop) => void atEnd.push(stop)

export async function stopAll() {
  for (const stop of atEnd.splice(0)) await stop()
}

/** @type {Promise<Record<string, string>> | undefined} */
let started

/** The one PostgreSQL of a run, as variables for Medusa's test runner. */
export const database = () => (started ??= start())

async function start() {
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
  stopAtEnd(postgres.stop)
  // Medusa's test runner demands TLS of every host that is not called localhost.
  const address = { DB_HOST: "localhost", DB_PORT: String(postgres.port), DB_USERNAME: USER, DB_PASSWORD: PASSWORD }
  return { ...address, DATABASE_URL: postgres.url("postgres") }
}

/** @type {Promise<boolean> | undefined} */
let migrated

/**
 * Migrates `template1`, of which PostgreSQL makes every other database: so no store that a test boots has to.
 * Silent: Medusa asks in each of its migrations to have a look at one thing or another.
 */
export const migrateTemplate = () =>
  (migrated ??= database().then((env) =>
    medusa(["db:migrate", "--skip-scripts"], { ...env, DATABASE_URL: env.DATABASE_URL.replace(/[^/]+$/, "template1"), LOG_LEVEL: "error" })
  ))
