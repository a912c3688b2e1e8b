import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { periodBounds } from "../../src/domain/periods/period"
import { affiliateModule, createAffiliate, createProgram, createReferral } from "../helpers/affiliate"
import { createOrder } from "../helpers/many-orders"
import { moveOrder, sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(240_000)

type Order = "w" | "x" | "z"

/** Anna's program, the group it forbids, and her orders: `w` and `x` of April, `z` of May. */
interface World extends Record<Order, string> {
  program_id: string
  membership: { customer_id: string; customer_group_id: string }
}

type Event = (world: World) => Promise<unknown>

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    const run = <T>(statement: string, values: unknown[] = []) => sql<T>(getContainer(), statement, values)
    const customers = () => getContainer().resolve(Modules.CUSTOMER)

    const orderAt = async (at: string, unit_price: number): Promise<string> => {
      const id = await createOrder(getContainer(), { unit_price })
      await moveOrder(getContainer(), id, new Date(at))
      return id
    }
    const forbid: Event = ({ membership }) => customers().addCustomerToGroup(membership)
    const allow: Event = ({ membership }) => customers().removeCustomerFromGroup(membership)
    const record =
      (at: string, ...orders: Order[]): Event =>
      (world) =>
        affiliateModule(getContainer()).orders.record(
          orders.map((order) => world[order]),
          new Date(at)
        )
    const cancel =
      (at: string, order: Order): Event =>
      async (world) => {
        await run(`UPDATE "order" SET status = 'canceled', canceled_at = ?, updated_at = ? WHERE id = ?`, [at, at, world[order]])
        await record(at, order)(world)
      }
    const close =
      (period: string): Event =>
      async ({ program_id }) => {
        const now = periodBounds(period, "Europe/Berlin").ends_at
        expect(await affiliateModule(getContainer()).periods.close({ program_id, period, closed_by: "test", now })).toBe(true)
      }

    /** Lives through the events, one after the other: what was recorded, what the closes made of it, and what Anna has in the end. */
    const live = async (...events: Event[]) => {
      const program_id = await createProgram(getContainer(), { timezone: "Europe/Berlin" })
      const anna = await createAffiliate(getContainer(), program_id)
      await createReferral(getContainer(), { id: anna.id, program_id }, "shopper@example.com")
      const staff = await customers().createCustomerGroups({ name: "Staff" })
      const affiliate = affiliateModule(getContainer())
      await affiliate.createProgramCustomerGroups({ program_id, customer_group_id: staff.id, access: "forbidden" })
      const world: World = {
        ...{ program_id, membership: { customer_id: anna.customer_id, customer_group_id: staff.id } },
        w: await orderAt("2016-04-11T12:00:00Z", 20),
        x: await orderAt("2016-04-10T12:00:00Z", 100),
        z: await orderAt("2016-05-10T12:00:00Z", 300),
      }
      for (const event of events) await event(world)

      const lines = await run<{ text: string }>(
        `SELECT concat_ws(' ', p.period, l.amount, l.outcome, CASE WHEN l.is_judged THEN 'judged' ELSE 'followed' END) AS text
         FROM affiliate_period_line l JOIN affiliate_period p ON p.id = l.period_id ORDER BY p.period, l.outcome`
      )
      const recorded = await run<{ order_id: string; text: string }>(
        `SELECT order_id, concat_ws(' ', amount, period, corrects_period) AS text FROM affiliate_commission ORDER BY order_id, sequence`
      )
      const rowsOf = (order: Order) => recorded.filter(({ order_id }) => order_id === world[order]).map(({ text }) => text)
      const [balance] = (await affiliate.ledger.listBalances([anna.id], new Date("2016-08-01"))).get(anna.id)!
      return { lines: lines.map(({ text }) => text), x: rowsOf("x"), z: rowsOf("z"), available: balance?.available }
    }

    it("a month withheld its own orders beside a credited correction of an older one: what was withheld is not debited", async () => {
      const lived = await live(
        ...[record("2016-04-12", "x"), close("2016-04")],
        ...[forbid, cancel("2016-05-12", "x"), record("2016-05-13", "z"), close("2016-05")],
        ...[cancel("2016-06-12", "z"), close("2016-06")]
      )
      expect(lived).toEqual({
        lines: [
          "2016-04 10.00 credited judged",
          "2016-05 -10.00 credited followed",
          "2016-05 30.00 withheld judged",
          "2016-06 -30.00 withheld judged",
        ],
        x: ["10.00 2016-04", "-10.00 2016-05 2016-04"],
        z: ["30.00 2016-05", "-30.00 2016-06 2016-05"],
        available: "0.00",
      })
    })

    it("a month credited its own orders beside a withheld correction of an older one: what was credited is taken back", async () => {
      const lived = await live(
        ...[forbid, record("2016-04-12", "x"), close("2016-04")],
        ...[allow, cancel("2016-05-12", "x"), record("2016-05-13", "z"), close("2016-05")],
        ...[forbid, cancel("2016-06-12", "z"), close("2016-06")]
      )
      expect(lived).toEqual({
        lines: [
          "2016-04 10.00 withheld judged",
          "2016-05 30.00 credited judged",
          "2016-05 -10.00 withheld followed",
          "2016-06 -30.00 credited followed",
        ],
        x: ["10.00 2016-04", "-10.00 2016-05 2016-04"],
        z: ["30.00 2016-05", "-30.00 2016-06 2016-05"],
        available: "0.00",
      })
    })

    it.each([
      {
        when: "in the same month",
        at: "2016-05-20",
        rows: ["10.00 2016-05 2016-04", "-10.00 2016-05 2016-04"],
        lines: ["2016-05 0.00 credited followed", "2016-05 30.00 withheld judged"],
      },
      {
        when: "a month later",
        at: "2016-06-12",
        rows: ["10.00 2016-05 2016-04", "-10.00 2016-06 2016-04"],
        lines: ["2016-05 10.00 credited followed", "2016-05 30.00 withheld judged", "2016-06 -10.00 credited followed"],
      },
    ])("an order was too late for April, and is canceled $when: all its rows follow April", async ({ at, rows, lines }) => {
      const isMay = at.startsWith("2016-05")
      const lived = await live(
        ...[record("2016-04-12", "w"), close("2016-04")],
        ...[forbid, record("2016-05-13", "x", "z"), ...(isMay ? [cancel(at, "x")] : []), close("2016-05")],
        ...[...(isMay ? [] : [cancel(at, "x")]), close("2016-06")]
      )
      expect(lived).toEqual({ lines: ["2016-04 2.00 credited judged", ...lines], x: rows, z: ["30.00 2016-05"], available: "2.00" })
    })

    it("an order was too late for an April in which Anna had none, so that May judged it: its cancellation follows May", async () => {
      const lived = await live(
        close("2016-04"),
        ...[forbid, record("2016-05-13", "x"), close("2016-05")],
        ...[allow, cancel("2016-06-12", "x"), close("2016-06")]
      )
      expect(lived).toEqual({
        lines: ["2016-05 10.00 withheld judged", "2016-06 -10.00 withheld followed"],
        x: ["10.00 2016-05 2016-04", "-10.00 2016-06 2016-05"],
        z: [],
        available: undefined,
      })
    })
  },
})
