import { MedusaError } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"

import { namedRefusal } from "./refusals"
import { checkedRows, sqlText, type Statement } from "./row-check"

/** A knex connection: the transaction of the running module method where there is one. */
export type Sql = Knex

/** The connection behind a module method's shared context. */
export function sqlOf(context: Context<SqlEntityManager>): Sql {
  const manager = context.transactionManager ?? context.manager
  if (!manager)
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "The affiliate module's method was called without an entity manager")
  return manager.getTransactionContext<Knex>() ?? manager.getKnex()
}

/**
 * Runs one statement and gives its rows. Bindings are written `:name`; a `::cast` is left alone, which knex's own named bindings do not do.
 *
 * @throws a class of `refusals.ts` when one of the database's own rules refuses the statement.
 */
export async function rows<T>(sql: Sql, statement: string | Statement<T>, bindings: Bindings = {}): Promise<T[]> {
  const found = await send(sql, sqlText(statement), bindings)
  return checkedRows(statement, found.rows as T[])
}

/** The same for a statement that only writes. @returns how many rows it wrote. */
export async function write(sql: Sql, statement: string, bindings: Bindings = {}): Promise<number> {
  const { rowCount } = await send(sql, statement, bindings)
  return rowCount
}

type Bindings = Record<string, unknown>

async function send(sql: Sql, statement: string, bindings: Bindings): Promise<{ rows: unknown[]; rowCount: number }> {
  const values: unknown[] = []
  const positional = statement.replace(/(?<!:):([a-z_]+)\b/g, (_, name: string) => {
    if (!(name in bindings)) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `No value for :${name}`)
    values.push(bindings[name])
    return "?"
  })
  try {
    const result: { rows: unknown[]; rowCount: number } = await sql.raw(positional, values as Knex.Value[])
    return result
  } catch (error) {
    throw namedRefusal(error)
  }
}
