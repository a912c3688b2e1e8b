import type { DAL } from "@medusajs/framework/types"

import { ConcurrentReferral } from "../../attribution/attribute-orders"
import { PeriodClosed } from "../refusals"
import { inTransaction, type TransactionOptions } from "../transaction"
import type { Sql } from "../connection"

/** A repository whose every transaction gets the same connection, which only remembers what is sent. */
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

/** Work that fails as often as it is told, and then says at which attempt it succeeded. */
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
    ["work that succeeds is done once", 0, CLOSED, 1],
    ["a close took the month: once more", 1, CLOSED, 2],
    ["up to five times", 4, CLOSED, 5],
    ["and then it is an error", 5, CLOSED, -5],
    ["another process made the same tie: once more", 1, new ConcurrentReferral(), 2],
    ["any other error ends it at once", 1, new Error("deadlock"), -1],
  ])("%s", async (_, failures, error, expected) => {
    expect(await attempts(failures, error)).toBe(expected)
  })

  it("on the checkout's path waits no longer than it is told, for a lock and for a statement", async () => {
    const { repository, statements } = fakeRepository()
    await inTransaction(repository, () => Promise.resolve(1), { statement_timeout_ms: 1000 })
    expect(statements).toEqual([[SETTINGS, ["1000ms"]]])
  })

  it("elsewhere sets no limit", async () => {
    const { repository, statements } = fakeRepository()
    await inTransaction(repository, () => Promise.resolve(1))
    expect(statements).toEqual([[SETTINGS, ["0ms"]]])
  })
})
