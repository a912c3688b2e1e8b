import knex from "knex"
import { createRequire } from "node:module"
import path from "node:path"
import { root } from "../demo/launcher/paths.mjs"

const require = createRequire(import.meta.url)

/**
 * What rows are measured with.
 *
 * @typedef {object} Bench
 * @property {import("knex").Knex} sql
 * @property {number} orders
 * @property {import("./data.mjs").Facts} facts
 * @property {string} url of the running store
 * @property {string} databaseUrl
 * @property {(path: string) => Promise<unknown>} get an admin's GET
 * @property {number} backfillMs how long it took to decide and record all orders
 */

/** A function of the built plugin. @param {string} file below src/modules/affiliate */
export const built = (file) => require(path.join(root, ".medusa", "server", "src", "modules", "affiliate", file))

/** @param {string} databaseUrl */
export const connect = (databaseUrl) => knex({ client: "pg", connection: databaseUrl, pool: { min: 1, max: 4 } })

/** Does some work in a transaction that leaves nothing behind. @template T @param {import("knex").Knex} sql @param {(transaction: import("knex").Knex.Transaction) => Promise<T>} work */
export async function undone(sql, work) {
  const transaction = await sql.transaction()
  try {
    return await work(transaction)
  } finally {
    await transaction.rollback()
  }
}
