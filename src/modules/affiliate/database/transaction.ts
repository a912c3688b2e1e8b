import type { Context, DAL } from "@medusajs/framework/types"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"

import { rows, sqlOf, type Sql } from "./connection"
import { PeriodClosed } from "./refusals"
import { DecisionOvertaken } from "../attribution/attribute-orders"

const ATTEMPTS = 5

/** Compiling our wide statements to machine code takes PostgreSQL seconds and saves it nothing. A time of zero means no limit. */
const SETTINGS = `SELECT set_config('jit', 'off', true), set_config('statement_timeout', :ms, true)`

export interface Patience {
  /**
   * How long a statement may take, waiting for locks included; without end when absent. On the checkout's path a short time, so that no
   * shopper ever waits for us.
   */
  patience_ms?: number
}

/**
 * Runs work in one transaction. When a parallel writer overtook it (a close took the month, another process made the same tie) the work is
 * done again from the start, on the state that is there now.
 */
export async function inTransaction<T>(
  repository: DAL.RepositoryService,
  work: (sql: Sql) => Promise<T>,
  { patience_ms = 0 }: Patience = {}
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await repository.transaction(async (manager) => {
        const sql = sqlOf({ transactionManager: manager } as Context<SqlEntityManager>)
        await rows(sql, SETTINGS, { ms: `${patience_ms}ms` })
        return work(sql)
      })) as T
    } catch (error) {
      if (attempt >= ATTEMPTS || !isOvertaken(error)) throw error
    }
  }
}

/** Runs reads in one transaction in which PostgreSQL refuses every write. */
export const inReadOnlyTransaction = <T>(repository: DAL.RepositoryService, work: (sql: Sql) => Promise<T>): Promise<T> =>
  inTransaction(repository, async (sql) => {
    await rows(sql, `SET TRANSACTION READ ONLY`)
    return work(sql)
  })

/** Whether a parallel writer changed what the work rests on. */
export const isOvertaken = (error: unknown): boolean => error instanceof DecisionOvertaken || error instanceof PeriodClosed
