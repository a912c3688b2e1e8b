import type { Sql } from "../connection"
import { rows, sqlOf } from "../connection"
import { AffiliateHasEarned, ClosedOutOfOrder, OrderRefused, PeriodClosed, RowNeverChanges, UnbalancedPosting } from "../refusals"

const sent = async (statement: string, bindings?: Record<string, unknown>) => {
  let call: unknown[] = []
  const sql = {
    raw: (...args: unknown[]) => {
      call = args
      return Promise.resolve({ rows: ["a row"] })
    },
  }
  const found = await rows(sql as unknown as Sql, statement, bindings)
  expect(found).toEqual(["a row"])
  return call
}

describe("rows", () => {
  it.each<[string, string, Record<string, unknown>, unknown[]]>([
    ["replaces names by positions", "SELECT :a, :b", { a: 1, b: "x" }, ["SELECT ?, ?", [1, "x"]]],
    ["binds a name twice where it occurs twice", "SELECT :a WHERE x = :a", { a: 1 }, ["SELECT ? WHERE x = ?", [1, 1]]],
    ["leaves casts alone", "SELECT :a::text, b::numeric", { a: 1 }, ["SELECT ?::text, b::numeric", [1]]],
    ["tells a name from a longer one that begins with it", "SELECT :id, :ids", { id: 1, ids: [2] }, ["SELECT ?, ?", [1, [2]]]],
    ["binds null", "SELECT :a", { a: null }, ["SELECT ?", [null]]],
    ["leaves out values without a name in the statement", "SELECT 1", { a: 1 }, ["SELECT 1", []]],
  ])("%s", async (_, statement, bindings, expected) => {
    expect(await sent(statement, bindings)).toEqual(expected)
  })

  it("throws for a name without a value, and sends nothing", async () => {
    await expect(rows({} as Sql, "SELECT :nobody", { somebody: 1 })).rejects.toThrow(new Error("No value for :nobody"))
    await expect(rows({} as Sql, "SELECT :nobody")).rejects.toThrow(new Error("No value for :nobody"))
  })

  const failure = async (error: unknown): Promise<unknown> =>
    rows({ raw: () => Promise.reject(error as Error) } as unknown as Sql, "SELECT 1").catch((thrown: unknown) => thrown)

  it.each([
    ["AF001", PeriodClosed],
    ["AF002", OrderRefused],
    ["AF003", RowNeverChanges],
    ["AF004", UnbalancedPosting],
    ["AF005", AffiliateHasEarned],
    ["AF006", ClosedOutOfOrder],
  ])("a refusal with SQLSTATE %s gets its class, with the message alone", async (code, Refusal) => {
    const error = Object.assign(new Error("insert into x\nvalues (1 - 2) - the reason"), { code })
    const thrown = await failure(error)
    expect(thrown).toBeInstanceOf(Refusal)
    expect(thrown).toMatchObject({ name: Refusal.name, message: "the reason", cause: error })
  })

  it.each([["23505"], ["AF000"], [undefined]])("an error with code %s is thrown unchanged", async (code) => {
    const error = Object.assign(new Error("insert - failed"), { code })
    expect(await failure(error)).toBe(error)
  })
})

describe("sqlOf", () => {
  it("prefers the running transaction's connection", () => {
    const manager = { getTransactionContext: () => "transaction", getKnex: () => "pool" }
    expect(sqlOf({ transactionManager: manager } as never)).toBe("transaction")
  })

  it("takes the pool outside of a transaction", () => {
    const manager = { getTransactionContext: () => undefined, getKnex: () => "pool" }
    expect(sqlOf({ manager } as never)).toBe("pool")
  })

  it("throws without a manager", () => {
    expect(() => sqlOf({})).toThrow(new Error("The affiliate module's method was called without an entity manager"))
  })
})
