import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Runs one statement on the store's database. */
export async function sql<T = Record<string, unknown>>(
  container: MedusaContainer,
  statement: string,
  values: unknown[] | Record<string, unknown> = []
): Promise<T[]> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const result = await knex.raw(statement, values as never[])
  return result.rows
}

/** How many SQL statements the store sends for some work. Transactions' own BEGIN and COMMIT count too. */
export const countStatements = async (container: MedusaContainer, work: () => Promise<unknown>): Promise<number> =>
  (await statementsOf(container, work)).length

/**
 * The SQL statements the store sends for some work, without their values. Without the question whom to notify, too, which comes some time
 * after an event and may belong to something before.
 */
export const statementsOf = async (container: MedusaContainer, work: () => Promise<unknown>): Promise<string[]> =>
  (await allStatementsOf(container, work)).filter((statement) => !statement.includes("notification_provider"))

/** Heard where the store hands them to its one connection pool, which all its modules share. */
export async function allStatementsOf(container: MedusaContainer, work: () => Promise<unknown>): Promise<string[]> {
  const pool = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const sent: string[] = []
  const hear = (query: { sql: string }): void => void sent.push(query.sql)
  pool.on("query", hear)
  try {
    await work()
  } finally {
    pool.removeListener("query", hear)
  }
  return sent
}

/** Moves an order in time, where Medusa has no clock: as if it had been placed and last changed then. */
export async function moveOrder(container: MedusaContainer, orderId: string, at: Date): Promise<void> {
  await sql(container, `UPDATE "order" SET created_at = ?, updated_at = ? WHERE id = ?`, [at, at, orderId])
}
