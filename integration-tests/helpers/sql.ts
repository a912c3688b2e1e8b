import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Runs one statement on the store's database. */
export async function sql<T = Record<string, unknown>>(
  container: MedusaContainer,
  statement: string,
  values: unknown[] = []
): Promise<T[]> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const result = await knex.raw(statement, values as never[])
  return result.rows
}

/** This database's counts only: another suite may be counting in its own. */
const RESET = `SELECT pg_stat_statements_reset(0, (SELECT oid FROM pg_database WHERE datname = current_database()), 0)`

/** How many SQL statements some work sends to this database. Transactions' own BEGIN and COMMIT count too. */
export const countStatements = async (container: MedusaContainer, work: () => Promise<unknown>): Promise<number> =>
  (await statementsOf(container, work)).length

/**
 * The SQL statements some work sends to this database, values left out, each as often as it was sent. Without the question whom to notify,
 * which comes some time after an event and may belong to something before.
 */
export const statementsOf = async (container: MedusaContainer, work: () => Promise<unknown>): Promise<string[]> =>
  (await allStatementsOf(container, work)).filter((statement) => !statement.includes("notification_provider"))

export async function allStatementsOf(container: MedusaContainer, work: () => Promise<unknown>): Promise<string[]> {
  await sql(container, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements")
  const forgotten = () => sql(container, "SELECT dealloc FROM pg_stat_statements_info")
  const before = await forgotten()
  await sql(container, RESET)
  await work()
  expect(await forgotten()).toEqual(before)
  const sent = await sql<{ query: string }>(
    container,
    `SELECT query FROM pg_stat_statements, generate_series(1, calls)
     WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) AND query NOT LIKE '%pg_stat_statements%'`
  )
  return sent.map(({ query }) => query)
}

/** Moves an order in time, where Medusa has no clock: as if it had been placed and last changed then. */
export async function moveOrder(container: MedusaContainer, orderId: string, at: Date): Promise<void> {
  await sql(container, `UPDATE "order" SET created_at = ?, updated_at = ? WHERE id = ?`, [at, at, orderId])
}
