import { z } from "@medusajs/framework/zod"

import { decimal } from "../decimal"
import { amounts, currencies, flag, numbers, oneOrMany, oneOrManyOf, periods, times } from "../filters"
import { listParams } from "../list-params"
import { strict } from "../strict"

const query = strict(
  listParams(["number", "created_at"]).extend({
    id: oneOrMany(),
    status: oneOrManyOf(["open", "closed"]),
    currency_code: currencies(),
    active: flag(),
    created_at: times(),
    number: numbers(),
    amount: amounts(),
    period: periods(),
  })
)
const KNOWN = "fields, limit, offset, order, id, status, currency_code, active, created_at, number, amount, period"
const OPERATORS = "eq, gt, gte, lt, lte"
const TIME = "must be an ISO 8601 time such as 2026-01-01T00:00:00Z"

describe("a list's query", () => {
  it.each([
    ["nothing", {}, {}],
    ["one value", { id: "a", status: "open" }, { id: ["a"], status: ["open"] }],
    ["values with commas", { id: "a,b", status: "open, closed" }, { id: ["a", "b"], status: ["open", "closed"] }],
    ["repeated values", { id: ["a", "b,c"] }, { id: ["a", "b", "c"] }],
    ["more values than the query parser puts into an array", { id: { 0: "a", 1: "b" } }, { id: ["a", "b"] }],
    ["currencies in capitals", { currency_code: "EUR,usd" }, { currency_code: ["eur", "usd"] }],
    ["a flag", { active: "false" }, { active: false }],
    ["a time", { created_at: "2026-01-02T03:04:05Z" }, { created_at: { eq: new Date("2026-01-02T03:04:05Z") } }],
    [
      "limits in time, in both spellings",
      { created_at: { $gte: "2026-01-02", lt: "2026-01-03T00:00:00+01:00" } },
      { created_at: { gte: new Date("2026-01-02T00:00:00Z"), lt: new Date("2026-01-02T23:00:00Z") } },
    ],
    ["numbers", { number: "1,2" }, { number: [1, 2] }],
    ["limits of a number", { number: { gt: "1", lte: "9" } }, { number: { gt: 1, lte: 9 } }],
    ["limits of an amount", { amount: { gte: "-0.50" } }, { amount: { gte: "-0.50" } }],
    ["months", { period: ["2016-04", "2016-05-17"] }, { period: ["2016-04", "2016-05"] }],
    ["limits in months", { period: { gte: "2016-04" } }, { period: { gte: "2016-04" } }],
    ["an order", { order: "-number" }, { order: "-number" }],
    ["a larger page than there is", { limit: "1000" }, { limit: 100 }],
  ])("takes %s", async (_, input, read) => {
    expect(await query.parseAsync(input)).toEqual({ limit: 20, offset: 0, ...read })
  })

  it.each([
    ["an unknown filter", { x: "1" }, `x: is unknown, known are ${KNOWN}`],
    ["an unknown filter with an operator", { x: { gte: "1" } }, `x: is unknown, known are ${KNOWN}`],
    ["an unknown filter with a name without end", { ["x".repeat(5000)]: "1" }, `${"x".repeat(50)}: is unknown, known are ${KNOWN}`],
    ["an unknown value", { status: "open,shut" }, "status: must be one or several of open, closed"],
    ["a value that is no text", { id: [{ a: "1" }] }, "id: must be one text or several"],
    ["too many values", { id: "a,".repeat(101) }, "id: must be at most 100 values"],
    ["an operator where there is none", { status: { gte: "open" } }, "status: must be one or several of open, closed"],
    ["no flag", { active: "yes" }, "active: must be one of true, false"],
    ["no time", { created_at: "today" }, `created_at: ${TIME}`],
    ["no time behind an operator", { created_at: { $gte: "x" } }, `created_at[$gte]: ${TIME}`],
    ["several times behind an operator", { created_at: { gte: ["2026-01-01", "2026-01-02"] } }, `created_at[gte]: ${TIME}`],
    ["an unknown operator", { created_at: { ne: "2026-01-01" } }, `created_at[ne]: is unknown, known operators are ${OPERATORS}`],
    ["several times", { created_at: ["2026-01-01", "2026-01-02"] }, `created_at: takes one value, or operators: ${OPERATORS}`],
    ["no number", { number: { gt: "1.5" } }, "number[gt]: must be a whole number from 0 to 2147483647"],
    ["a number the database does not hold", { number: "2147483648" }, "number: must be a whole number from 0 to 2147483647"],
    ["no amount", { amount: "1e3" }, "amount: must be a decimal number such as 12.50"],
    ["no month", { period: "2016-13" }, "period: must be a month such as 2016-04"],
    ["no month behind an operator", { period: { lt: "soon" } }, "period[lt]: must be a month such as 2016-04"],
    ["an unknown order", { order: "-x" }, "order: must be one of number, created_at, descending with - before it"],
    ["two orders", { order: ["number", "created_at"] }, "order: must be a text"],
    ["a page that is no number", { limit: "x" }, "limit: must be a number"],
    ["no page", { limit: "0" }, "limit: must be at least 1"],
    ["half a page", { offset: "1.5" }, "offset: must be a whole number"],
    ["several mistakes", { number: "x", period: "y" }, /^number: must .+; period: must /],
  ])("refuses %s", async (_, input, message) => {
    await expect(query.parseAsync(input)).rejects.toMatchObject({
      type: "invalid_data",
      message: typeof message === "string" ? message : expect.stringMatching(message),
    })
  })
})

describe("a body", () => {
  const body = strict(
    z.object({
      reason: z.string().min(1).max(5),
      ids: z.array(z.string()).min(1).max(2).optional(),
      amount: decimal().nullish(),
      is_final: z.boolean().optional(),
      status: z.enum(["active", "paused"]).optional(),
      details: z.record(z.string(), z.unknown()).optional(),
    })
  )

  it.each([
    ["no body", undefined, "reason: is required"],
    ["a body that is no object", "[]", "body: must be an object"],
    ["an unknown field", { reason: "a", x: 1, y: 2 }, /^x: is unknown, known are reason, ids, .+; y: is unknown/],
    ["a misspelled field, before the missing one", { raeson: "a" }, /^raeson: is unknown, known are .+; reason: is required$/],
    ["nothing", { reason: null }, "reason: must be a text"],
    ["an empty text", { reason: "" }, "reason: must not be empty"],
    ["a long text", { reason: "123456" }, "reason: must have at most 5 characters"],
    ["an empty list", { reason: "a", ids: [] }, "ids: must name at least 1"],
    ["a long list", { reason: "a", ids: ["1", "2", "3"] }, "ids: must name at most 2"],
    ["a list of something else", { reason: "a", ids: ["1", 2] }, "ids: must be a text"],
    ["no list", { reason: "a", ids: "1" }, "ids: must be a list"],
    ["no decimal", { reason: "a", amount: true }, "amount: must be a decimal number, or a string of one"],
    ["no yes or no", { reason: "a", is_final: "true" }, "is_final: must be true or false"],
    ["another value", { reason: "a", status: "gone" }, "status: must be one of active, paused"],
    ["no object", { reason: "a", details: "x" }, "details: must be an object"],
  ])("refuses %s", async (_, input, message) => {
    await expect(body.parseAsync(input)).rejects.toMatchObject({
      type: "invalid_data",
      message: typeof message === "string" ? message : expect.stringMatching(message),
    })
  })

  it("says where nothing is taken", async () => {
    await expect(strict(z.object({})).parseAsync({ x: 1 })).rejects.toThrow("x: is unknown, nothing is taken here")
    expect(await strict(z.object({})).parseAsync(undefined)).toEqual({})
  })
})
