import { z } from "@medusajs/framework/zod"

import { rows, type Sql } from "../connection"
import { checkedRows, decimal, integer, oneOf, statement, text, time } from "../row-check"

interface Row {
  id: string
  amount: string
  count: number
  status: "open" | "closed"
  closed_at: Date | null
}

const STATEMENT = statement<Row>(
  `
  SELECT id, amount::text, count, status, closed_at
  FROM somewhere WHERE id = :id`,
  z.strictObject({ id: text, amount: decimal, count: integer, status: oneOf("open", "closed"), closed_at: time.nullable() })
)

const ROW = { id: "x", amount: "-10.00", count: 1, status: "open", closed_at: null }

const read = (...found: unknown[]) => rows({ raw: () => Promise.resolve({ rows: found }) } as unknown as Sql, STATEMENT, { id: "x" })

describe("the rows of a statement", () => {
  it("are returned where they are what the statement says", async () => {
    const found = [ROW, { ...ROW, closed_at: new Date(0), status: "closed" }]
    expect(await read(...found)).toEqual(found)
    expect(await read()).toEqual([])
  })

  it.each([
    ["a number where a decimal is text", { ...ROW, amount: 10 }, "amount: Invalid input: expected string, received number"],
    ["text that is no decimal", { ...ROW, amount: "NaN" }, "amount: must be a decimal as text"],
    ["a count as text", { ...ROW, count: "1" }, "count: Invalid input: expected number, received string"],
    ["null that is not expected", { ...ROW, id: null }, "id: Invalid input: expected string, received null"],
    ["an unknown status", { ...ROW, status: "shut" }, 'status: Invalid option: expected one of "open"|"closed"'],
    ["time as text", { ...ROW, closed_at: "2016-04-01" }, "closed_at: Invalid input: expected date, received string"],
    ["a missing column", { ...ROW, count: undefined }, "count: Invalid input: expected number, received undefined"],
    ["a column too many", { ...ROW, extra: 1 }, 'row: Unrecognized key: "extra"'],
  ])("fail a test with %s, in any row, by column and statement", async (_, row, problem) => {
    await expect(read(ROW, row)).rejects.toThrow(
      `${problem}, in the rows of SELECT id, amount::text, count, status, closed_at FROM somewhere`
    )
  })

  it("are not checked outside of tests", () => {
    expect(checkedRows<unknown>(STATEMENT, [{ id: 1 }], false)).toEqual([{ id: 1 }])
  })
})
