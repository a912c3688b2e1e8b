import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { DAL } from "@medusajs/framework/types"

import type { Sql } from "./connection"
import { inReadOnlyTransaction, inTransaction, type TransactionOptions } from "./transaction"

/** How the nouns of the module reach PostgreSQL. */
export interface Database {
  /** A connection for reads outside a transaction. */
  readonly sql: Sql
  /** Runs work in one transaction, and again from the start when a parallel writer changed the rows it relies on. */
  transaction<T>(work: (sql: Sql) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** Runs reads in one transaction in which PostgreSQL refuses every write. */
  readOnlyTransaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>
  /** The same, where every read sees one moment. */
  snapshot<T>(work: (sql: Sql) => Promise<T>): Promise<T>
}

export const openDatabase = (repository: DAL.RepositoryService<SqlEntityManager>): Database => ({
  get sql() {
    return repository.getFreshManager<SqlEntityManager>().getKnex() as unknown as Sql
  },
  transaction: (work, options) => inTransaction(repository, work, options),
  readOnlyTransaction: (work) => inReadOnlyTransaction(repository, work),
  snapshot: (work) => inReadOnlyTransaction(repository, work, { isolation: "repeatable read" }),
})
