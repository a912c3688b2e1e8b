import type { DAL } from "@medusajs/framework/types"

import { ConcurrentReferral } from "../../attribution/attribute-orders"
import { PeriodClosed } from "../refusals"
import { inTransaction, type TransactionOptions } from "../transaction"
import type { Sql } from "../connection"

/** A repository whose transactions all get the same connection, which only records what is sent. */
function fakeRepository() {
  const statements: [string, unknown][] = []
  const sql = {
    raw: (text: string, values: unknown) => {
      statements.push([text, values])
      return Promise.resolve({ rows: [] })
    },
  }
  const manager = { getTransactionContext: () => sql }
  const repository = { transaction: (work: (manager: unknown) => unknown) => work(manager) } as unknown as DAL.RepositoryService
  return { repository, statements }
}

/** Work that fails a given number of times, and then returns the attempt at which it succeeded. */
async function attempts(failures: number, error: Error, patience?: TransactionOptions): Promise<number> {
  let attempt = 0
  const work = (_: Sql): Promise<number> => (++attempt <= failures ? Promise.reject(error) : Promise.resolve(attempt))
  try {
    return await inTransaction(fakeRepository().repository, work, patience)
  } catch (thrown) {
    expect(thrown).toBe(error)
    return -attempt
  }
}

const SETTINGS = `SELECT set_config('jit', 'off', true), set_config('statement_timeout', ?, true)`
const CLOSED = new PeriodClosed("commissions are recorded in open periods only")

describe("inTransaction", () => {
  it.each([
    ["work that succeeds runs once", 0, CLOSED, 1],
    ["a close of the period: the work runs again", 1, CLOSED, 2],
    ["four failures: it runs five times", 4, CLOSED, 5],
    ["five failures: the error is thrown", 5, CLOSED, -5],
    ["another process created the same referral: the work runs again", 1, new ConcurrentReferral(), 2],
    ["any other error is thrown at once", 1, new Error("deadlock"), -1],
  ])("%s", async (_, failures, error, expected) => {
    expect(await attempts(failures, error)).toBe(expected)
  })

  it("limits locks and statements to the given time at checkout", async () => {
    const { repository, statements } = fakeRepository()
    await inTransaction(repository, () => Promise.resolve(1), { statement_timeout_ms: 1000 })
    expect(statements).toEqual([[SETTINGS, ["1000ms"]]])
  })

  it("sets no limit elsewhere", async () => {
    const { repository, statements } = fakeRepository()
    await inTransaction(repository, () => Promise.resolve(1))
    expect(statements).toEqual([[SETTINGS, ["0ms"]]])
  })
})
