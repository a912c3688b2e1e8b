import { MedusaError } from "@medusajs/framework/utils"

import { ConcurrentReferral } from "../../attribution/attribute-orders"
import { isDataFault } from "../order-fault"
import { recordOrders } from "../record-orders"
import type { Sql } from "../../database/connection"
import { OrderRefused, PeriodClosed } from "../../database/refusals"

const failure = (code: string): Error => Object.assign(new Error(`failed with ${code}`), { code })

describe("isDataFault", () => {
  it.each([
    ["an amount that breaks a rule", failure("23514"), true],
    ["an order that was refused", new OrderRefused("'zzz' is no currency of this store"), true],
    ["a division by zero", failure("22012"), true],
    ["a number too large", failure("22003"), true],
    ["a bug of the plugin", new TypeError("x is undefined"), true],
    ["an invalid date", new RangeError("Invalid time value"), true],
    ["a lost connection", failure("08006"), false],
    ["a connection that ended in the middle", new Error("Connection terminated unexpectedly"), false],
    ["a pool that is empty", Object.assign(new Error("Timeout acquiring a connection"), { name: "KnexTimeoutError" }), false],
    ["a deadlock", failure("40P01"), false],
    ["a statement timeout", failure("57014"), false],
    ["a lock timeout", failure("55P03"), false],
    ["a column of a migration that has not run", failure("42703"), false],
    ["the same, as Medusa reports it", new MedusaError(MedusaError.Types.INVALID_DATA, "column x does not exist"), false],
    ["too many connections", failure("53300"), false],
    ["a network error", failure("ECONNRESET"), false],
    ["a concurrent referral", new ConcurrentReferral(), false],
    ["a period that was closed meanwhile", new PeriodClosed("commissions are recorded in open periods only"), false],
    ["anything else that was thrown", undefined, false],
  ])("%s", (_, error, expected) => {
    expect(isDataFault(error)).toBe(expected)
  })
})

describe("recordOrders", () => {
  const NOW = new Date("2016-04-15T12:00:00Z")

  /** An empty database in which work on some orders fails, and which shows the orders put in quarantine, and why. */
  const store = (failing: Record<string, unknown>) => {
    const quarantined: unknown[][] = []
    let transactions = 0
    const raw = (statement: string, values: unknown[]) => {
      const [ids] = values
      const failed = Array.isArray(ids) ? (ids as string[]).find((id) => id in failing) : undefined
      if (failed) return Promise.reject(failing[failed] as Error)
      if (statement.includes("INSERT INTO affiliate_quarantined_order")) quarantined.push(values.slice(0, 2))
      return Promise.resolve({ rows: [] })
    }
    const transact = <T>(work: (sql: Sql) => Promise<T>): Promise<T> => {
      transactions++
      return work({ raw } as unknown as Sql)
    }
    return { transact, quarantined, count: () => transactions }
  }

  it.each([
    ["a lost connection", failure("08006")],
    ["a connection that ended in the middle", new Error("Connection terminated unexpectedly")],
    ["a column of a migration that has not run", failure("42703")],
  ])("puts nobody in quarantine for %s, and asks once", async (_, error) => {
    const { transact, quarantined, count } = store({ order_1: error, order_2: error })
    await expect(recordOrders(transact, ["order_1", "order_2"], NOW)).rejects.toBe(error)
    expect({ quarantined, transactions: count() }).toEqual({ quarantined: [], transactions: 1 })
  })

  it.each([
    ["conflicts at each attempt", new ConcurrentReferral(), "another process changed the customer's referral while this was decided"],
    ["breaks a rule", failure("23514"), "failed with 23514"],
    ["meets a bug of the plugin", new TypeError("x is undefined"), "x is undefined"],
  ])("keeps the one order apart that %s, with what went wrong", async (_, error, words) => {
    const { transact, quarantined } = store({ order_2: error })
    const recorded = await recordOrders(transact, ["order_1", "order_2", "order_3"], NOW)
    expect(recorded).toEqual({ commission_count: 0, quarantined: [{ order_id: "order_2", error: words }], referrals: [] })
    expect(quarantined).toEqual([["order_2", words]])
  })
})
