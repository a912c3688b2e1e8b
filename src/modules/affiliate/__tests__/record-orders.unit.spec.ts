import { DecisionOvertaken } from "../operations/attribute-orders"
import { recordOrders } from "../operations/record-orders"
import { isTemporary } from "../operations/temporary-error"

const failure = (code: string): Error => Object.assign(new Error(`failed with ${code}`), { code })

describe("isTemporary", () => {
  it.each([
    ["a lost connection", failure("08006"), true],
    ["a deadlock", failure("40P01"), true],
    ["a statement over its time", failure("57014"), true],
    ["a lock that was not given", failure("55P03"), true],
    ["a column of a migration that has not run", failure("42703"), true],
    ["too many connections", failure("53300"), true],
    ["the network", failure("ECONNRESET"), true],
    ["a decision overtaken five times", new DecisionOvertaken(), true],
    [
      "a month that closed five times meanwhile",
      new Error("x - affiliate_period_closed: commissions are recorded in open periods only"),
      true,
    ],
    ["an amount that breaks a rule", failure("23514"), false],
    ["an order that was refused", failure("22000"), false],
    ["a bug of ours", new TypeError("x is undefined"), false],
    ["whatever else was thrown", undefined, false],
  ])("%s", (_, error, expected) => {
    expect(isTemporary(error)).toBe(expected)
  })
})

describe("recordOrders", () => {
  it("puts nobody in quarantine for what passes by itself, and asks once", async () => {
    let transactions = 0
    const lost = () => {
      transactions++
      return Promise.reject(failure("08006"))
    }
    await expect(recordOrders(lost, ["order_1", "order_2"], new Date())).rejects.toThrow("08006")
    expect(transactions).toBe(1)
  })
})
