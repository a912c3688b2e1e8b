import { setTimeout as sleep } from "node:timers/promises"

import { Client } from "pg"

import { KEPT_ROWS } from "./kept-rows"

const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env

export const urlOf = (database: string): string => `postgres://${DB_USERNAME}:${DB_PASSWORD}@${DB_HOST}:${DB_PORT}/${database}`

/** Statements that a test has left behind may come to their end. What is busy after that is ended. */
const PATIENCE_MS = 1_000
const BUSY = `FROM pg_stat_activity WHERE datname = $1 AND backend_type = 'client backend' AND state <> 'idle'`
const LOCKING = `SELECT pid FROM pg_locks WHERE locktype = 'advisory'`

/** A database of tests, which can be made what it was. */
export class TestDatabase {
  private readonly server = connectionTo("postgres")
  private inside: Promise<Client> | undefined
  /** Whether the schema was changed since the database was kept for the first time, and kept again with the change. */
  private isSchemaKeptTwice = false

  private constructor(readonly name: string) {}

  /** Made of `template1`, which `npm test` has migrated, or of another database. */
  static async create(name: string, from = "template1"): Promise<TestDatabase> {
    const database = new TestDatabase(name)
    await database.copy(from, name)
    return database
  }

  /** Keeps the database as it is now. The first level is what every other one begins with. */
  async keep(level: "first" | "second"): Promise<void> {
    if (level === "first") await this.run(KEPT_ROWS)
    else this.isSchemaKeptTwice = await this.hasSchemaChanged()
    await this.run(`SELECT kept.keep('${level}')`)
    await this.disconnect()
    await this.copy(this.name, `${this.name}-${level}`)
  }

  async restore(level: "first" | "second"): Promise<void> {
    await this.calmDown()
    const isOther = (await this.hasSchemaChanged()) || (level === "first" && this.isSchemaKeptTwice)
    if (level === "first") this.isSchemaKeptTwice = false
    if (!isOther) return void (await this.run(`SELECT kept.restore('${level}')`))
    await this.disconnect()
    await this.copy(`${this.name}-${level}`, this.name)
  }

  private async hasSchemaChanged(): Promise<boolean> {
    return (await this.run("SELECT FROM kept.schema_changes LIMIT 1")).rowCount === 1
  }

  private async calmDown(): Promise<void> {
    const server = await this.server
    const isBusy = async () => (await server.query(`SELECT ${BUSY} LIMIT 1`, [this.name])).rowCount === 1
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end && (await isBusy()); ) await sleep(5)
    await server.query(`SELECT pg_terminate_backend(pid, 5000) ${BUSY} OR datname = $1 AND pid IN (${LOCKING})`, [this.name])
  }

  private async run(statement: string) {
    this.inside ??= connectionTo(this.name)
    return (await this.inside).query(statement)
  }

  private async disconnect(): Promise<void> {
    await (await this.inside)?.end()
    this.inside = undefined
    await (await this.server).query(`SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = $1`, [this.name])
  }

  private async copy(from: string, to: string): Promise<void> {
    const server = await this.server
    await server.query(`DROP DATABASE IF EXISTS "${to}" WITH (FORCE)`)
    await server.query(`CREATE DATABASE "${to}" TEMPLATE "${from}" STRATEGY file_copy`)
  }
}

async function connectionTo(database: string): Promise<Client> {
  const client = new Client({ connectionString: urlOf(database) })
  // A connection that is ended is told to whoever uses it next.
  client.on("error", () => {})
  await client.connect()
  return client
}
