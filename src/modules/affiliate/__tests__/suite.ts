import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

import { moduleIntegrationTestRunner } from "@medusajs/test-utils"

import { AFFILIATE_MODULE } from ".."
import type AffiliateModuleService from "../service"
import { rows, type Sql } from "../database/connection"
import type { Database } from "../database/database"

export const TOKEN_KEY = { id: "k1", secret: "a secret of at least thirty-two characters" }

export interface Context {
  service: AffiliateModuleService
  /** The module's connection; there is none before the first test begins. */
  sql: () => Sql
  /** Runs the database's migrations, or reverts the last ones, and returns their names. */
  migrate: (direction: "up" | "down", count?: number) => Promise<string[]>
}

/** A suite on a PostgreSQL database that every test gets anew, made by the module's migrations. Medusa's own tables are not in it. */
export function moduleSuite(tests: (context: Context) => void): void {
  moduleIntegrationTestRunner<AffiliateModuleService>({
    moduleName: AFFILIATE_MODULE,
    resolve: path.join(__dirname, ".."),
    pathToMigrations: path.join(__dirname, "../migrations"),
    moduleOptions: { token_keys: [TOKEN_KEY] },
    testSuite: ({ service, MikroOrmWrapper: database }) => {
      tests({
        service,
        // The module's own connection: MikroORM's would read times as text, and see none of the module's statements.
        sql: () => (service as unknown as { database_: Database }).database_.sql,
        migrate: async (direction, count) => {
          const migrator = database.getOrm().migrator
          const names = (list: { name: string }[]) => list.map(({ name }) => name)
          if (direction === "up") return names(await migrator.up())
          const executed = (await migrator.getExecutedMigrations()).map(({ name }) => name).reverse()
          return names(await migrator.down({ migrations: executed.slice(0, count) }))
        },
      })
    },
  })
}

/** The single value a query returns. */
export async function value<T>(sql: Sql, query: string, bindings: Record<string, unknown> = {}): Promise<T> {
  const [row] = await rows<Record<string, T>>(sql, query, bindings)
  return Object.values(row!)[0]!
}

/** What PostgreSQL answers when it refuses a statement: SQLSTATE, and the constraint or the message of a trigger. */
export async function refusalOf(statement: PromiseLike<unknown>): Promise<[code: string, by: string]> {
  try {
    await statement
  } catch (error) {
    const { code, constraint, message } = error as { code: string; constraint?: string; message: string }
    return [code, constraint ?? message.replace(/^.* - /s, "")]
  }
  return ["accepted", ""]
}

const WAITING = `SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`

/** Whether a statement comes to wait for a lock, within many times the time it needs to get there. */
export async function isWaiting(sql: Sql): Promise<boolean> {
  for (let attempt = 0; attempt < 1000; attempt++) {
    const waiting = await value<number>(sql, WAITING)
    if (waiting > 0) return true
    await sleep(20)
  }
  return false
}
