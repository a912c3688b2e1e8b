import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

interface Connection {
  connection: { stream: { destroy: () => void } }
}

interface Driver {
  _query: (connection: Connection, statement: object) => Promise<unknown>
}

/**
 * Does some work in a store whose database connections break before its `k`th statement, whatever module sends it, and stay broken: what a
 * killed process leaves behind. What the work makes of it does not matter. @returns how many statements it sent.
 */
export async function dyingStore(container: MedusaContainer, k: number, work: () => Promise<unknown>): Promise<number> {
  const shop: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const driver = Object.getPrototypeOf(shop.client) as Driver
  const alive = driver._query
  let statements = 0
  driver._query = function (this: Driver, connection, statement) {
    if (++statements < k) return alive.call(this, connection, statement)
    connection.connection.stream.destroy()
    return Promise.reject(new Error("the store has died"))
  }
  try {
    await work().catch(() => undefined)
    return statements
  } finally {
    driver._query = alive
  }
}
