import type { Context, DAL } from "@medusajs/framework/types"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"

import { rows, sqlOf, type Sql } from "./connection"
import { ConcurrentChange } from "./concurrent-change"
import { PeriodClosed } from "./refusals"

const ATTEMPTS = 5

/** Compiling our wide statements to machine code takes PostgreSQL seconds and saves it nothing. A time of zero means no limit. */
const SETTINGS = `SELECT set_config('jit', 'off', true), set_config('statement_timeout', :ms, true)`

export interface TransactionOptions {
  /** How long a statement may take, waiting for locks included; without limit when absent. */
  statement_timeout_ms?: number
  /** `repeatable read`: every statement sees the database as it was at the first one. */
  isolation?: "repeatable read"
}

/** On the shopper's way to checkout a statement waits this long for a lock; then the shop goes on without the plugin. */
export const AT_CHECKOUT: TransactionOptions = { statement_timeout_ms: 1000 }

/**
 * Runs work in one transaction. When a parallel writer got there first (a close took the month, another process made the same referral), the
 * work starts again on the state that is there now.
 */
export async function inTransaction<T>(
  repository: DAL.RepositoryService,
  work: (sql: Sql) => Promise<T>,
  { statement_timeout_ms = 0, isolation }: TransactionOptions = {}
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      const options = isolation && { isolationLevel: isolation }
      return (await repository.transaction(async (manager) => {
        const sql = sqlOf({ transactionManager: manager } as Context<SqlEntityManager>)
        await rows(sql, SETTINGS, { ms: `${statement_timeout_ms}ms` })
        return work(sql)
      }, options)) as T
    } catch (error) {
      if (attempt >= ATTEMPTS || !isConcurrentChange(error)) throw error
    }
  }
}

/** Runs reads in one transaction in which PostgreSQL refuses every write. */
export const inReadOnlyTransaction = <T>(
  repository: DAL.RepositoryService,
  work: (sql: Sql) => Promise<T>,
  options?: TransactionOptions
): Promise<T> =>
  inTransaction(
    repository,
    async (sql) => {
      await rows(sql, `SET TRANSACTION READ ONLY`)
      return work(sql)
    },
    options
  )

/** Whether a parallel writer changed what the work rests on. */
export const isConcurrentChange = (error: unknown): boolean => error instanceof ConcurrentChange || error instanceof PeriodClosed
