import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { messageOf } from "../../src/domain/errors"
import { addPeriods, periodAt, periodBounds } from "../../src/domain/periods/period"
import { closePeriodsWorkflow } from "../../src/workflows/periods"
import { affiliateModule, createAffiliate, createProgram, createReferral, type TestAffiliate } from "../helpers/affiliate"
import { andSubscribers, forgetEvents, seeEvents } from "../helpers/events"
import { createOrder, insertManyOrders } from "../helpers/many-orders"
import { countStatements, moveOrder, sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(240_000)

const BERLIN = "Europe/Berlin"

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    /** A program in Berlin with one affiliate and their referral `shopper@example.com`. */
    const setUp = async (overrides: Record<string, unknown> = {}): Promise<{ program_id: string; anna: TestAffiliate }> => {
      const program_id = await createProgram(getContainer(), { timezone: BERLIN, ...overrides })
      const anna = await createAffiliate(getContainer(), program_id)
      await createReferral(getContainer(), { id: anna.id, program_id }, "shopper@example.com")
      return { program_id, anna }
    }
    const orderAt = async (at: string, wish = {}): Promise<string> => {
      const id = await createOrder(getContainer(), wish)
      await moveOrder(getContainer(), id, new Date(at))
      return id
    }
    const close = async (input: { now: Date; period?: string; program_id?: string }) =>
      (await closePeriodsWorkflow(getContainer()).run({ input: { closed_by: "test", ...input } })).result
    const lines = (period: string) =>
      sql(
        getContainer(),
        `SELECT l.currency_code, l.expense_amount::text, l.amount::text, l.order_count, l.outcome, l.reason
         FROM affiliate_period_line l JOIN affiliate_period p ON p.id = l.period_id WHERE p.period = ? ORDER BY 1`,
        [period]
      )
    const entries = () =>
      sql(
        getContainer(),
        `SELECT account, amount::text, currency_code, period FROM affiliate_ledger_entry ORDER BY period, currency_code, account`
      )

    it("closes a month once when it is asked fifty times at once", async () => {
      const { program_id } = await setUp({ created_at: new Date("2016-04-02") })
      await orderAt("2016-04-15T12:00:00Z")
      const now = new Date("2016-05-01T12:00:00Z")
      await close({ now: new Date("2016-04-30T12:00:00Z") })

      const closed = await Promise.all(
        Array.from({ length: 50 }, () =>
          affiliateModule(getContainer()).periods.close({ program_id, period: "2016-04", closed_by: "test", now })
        )
      )
      expect(closed.filter((mine) => mine)).toHaveLength(1)
      expect(await lines("2016-04")).toEqual([
        { currency_code: "eur", expense_amount: "100.00", amount: "10.00", order_count: 1, outcome: "credited", reason: null },
      ])
      expect(await entries()).toEqual([
        { account: "affiliate", amount: "10.00", currency_code: "eur", period: "2016-04" },
        { account: "program_expense", amount: "-10.00", currency_code: "eur", period: "2016-04" },
      ])
    })

    it("takes the whole month and nothing else: half-open, in the program's time zone", async () => {
      await setUp({ created_at: new Date("2016-03-02") })
      await orderAt("2016-03-31T21:59:59.999Z", { unit_price: 1 })
      await orderAt("2016-03-31T22:00:00.000Z", { unit_price: 20 })
      await orderAt("2016-04-30T21:59:59.999Z", { unit_price: 300 })
      await orderAt("2016-04-30T22:00:00.000Z", { unit_price: 4000 })
      await close({ now: new Date("2016-05-01T00:00:00Z") })
      expect((await lines("2016-03")).map((line) => line.expense_amount)).toEqual(["1.00"])
      expect((await lines("2016-04")).map((line) => line.expense_amount)).toEqual(["320.00"])
      expect(await lines("2016-05")).toEqual([])
    })

    it("catches up on three missed months with three closes, oldest first, and has nothing to do the next hour", async () => {
      const { program_id } = await setUp({ created_at: new Date("2016-01-10") })
      for (const at of ["2016-01-15", "2016-02-15", "2016-03-15"]) await orderAt(`${at}T12:00:00Z`)
      const now = new Date("2016-04-03T09:00:00Z")
      expect(await close({ now })).toMatchObject(["2016-01", "2016-02", "2016-03"].map((period) => ({ program_id, period, closed: true })))
      expect(await close({ now })).toEqual([])
      expect(await sql(getContainer(), `SELECT count(*)::int AS entries FROM affiliate_ledger_entry`)).toEqual([{ entries: 6 }])
    })

    it("leaves nothing behind when it dies in the middle, and does the whole of it the next time", async () => {
      const { program_id } = await setUp()
      await orderAt("2016-04-15T12:00:00Z")
      const now = new Date("2016-05-02")
      const container = getContainer()
      await sql(container, `CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'power cut'; END $$`)
      await sql(container, `CREATE TRIGGER die BEFORE INSERT ON affiliate_ledger_entry FOR EACH ROW EXECUTE FUNCTION die()`)
      await expect(close({ now, period: "2016-04" })).rejects.toMatchObject({ message: expect.stringContaining("power cut") })
      expect(await lines("2016-04")).toEqual([])
      expect(await sql(container, `SELECT period, status FROM affiliate_period`)).toEqual([{ period: "2016-04", status: "open" }])

      await sql(container, `DROP TRIGGER die ON affiliate_ledger_entry`)
      expect(await close({ now, period: "2016-04" })).toMatchObject([{ program_id, period: "2016-04", closed: true }])
      expect((await lines("2016-04")).map(({ amount }) => amount)).toEqual(["10.00"])
      expect(await entries()).toHaveLength(2)
    })

    it("closes every other program's months where one program's fail, leaves that one's later months for after, and says so", async () => {
      const container = getContainer()
      const programs = ["affprog_1", "affprog_2", "affprog_3"]
      for (const id of programs) await createProgram(container, { id, timezone: BERLIN, created_at: new Date("2016-03-02") })
      await sql(
        container,
        `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken month'; END $$;
         CREATE TRIGGER fail BEFORE UPDATE ON affiliate_period FOR EACH ROW
           WHEN (new.status = 'closed' AND new.program_id = 'affprog_2' AND new.period = '2016-03') EXECUTE FUNCTION fail()`
      )
      const closedMonths = () =>
        sql<{ month: string }>(
          container,
          `SELECT program_id || ' ' || period AS month FROM affiliate_period WHERE status = 'closed' ORDER BY 1`
        ).then((months) => months.map(({ month }) => month))
      const now = new Date("2016-05-02")
      const seen = seeEvents(container)

      const failing = andSubscribers(
        container,
        "affiliate.period.closed",
        () => close({ now }).catch((error: unknown) => messageOf(error)),
        4
      )
      expect(await failing).toMatch(/^2016-03 of affprog_2 was not closed: .*broken month$/s)
      expect(await closedMonths()).toEqual(["affprog_1 2016-03", "affprog_1 2016-04", "affprog_3 2016-03", "affprog_3 2016-04"])

      await sql(container, `DROP TRIGGER fail ON affiliate_period; DROP FUNCTION fail`)
      await andSubscribers(container, "affiliate.period.closed", () => close({ now }), 2)
      forgetEvents(container)
      expect(seen.map(({ name, data }) => [name, `${String(data.program_id)} ${String(data.period)}`].join(" ")).sort()).toEqual(
        programs.flatMap((id) => [`affiliate.period.closed ${id} 2016-03`, `affiliate.period.closed ${id} 2016-04`])
      )
      expect(await closedMonths()).toHaveLength(6)
    })

    it("says no to a month that has not ended, naming it, and writes nothing", async () => {
      await setUp()
      const early = close({ now: new Date("2016-04-30T21:59:59Z"), period: "2016-04" })
      await expect(early).rejects.toMatchObject({ type: "invalid_data", message: "period: 2016-04 has not ended yet" })
      expect(await sql(getContainer(), `SELECT period FROM affiliate_period`)).toEqual([])
    })

    it("writes exactly what the preview said, and nothing when it is asked again", async () => {
      const { program_id } = await setUp()
      await orderAt("2016-04-15T12:00:00Z", { unit_price: 19.99, quantity: 3 })
      await orderAt("2016-04-16T12:00:00Z", { unit_price: 1234, currency_code: "jpy" })
      await orderAt("2016-04-17T12:00:00Z", { unit_price: 0.125, currency_code: "kwd" })
      const affiliate = affiliateModule(getContainer())
      const ids = await affiliate.orders.listChanged(new Date(0), "", 100)
      await affiliate.orders.record(ids, new Date("2016-04-20"))
      const preview = await affiliate.periods.preview(program_id, "2016-04")
      const now = new Date("2016-05-02")

      expect(await close({ now, period: "2016-04" })).toMatchObject([{ program_id, period: "2016-04", closed: true }])
      expect(await affiliate.periods.listLines(program_id, "2016-04")).toEqual(preview)
      expect(preview.map(({ currency_code, amount }) => [currency_code, amount])).toEqual([
        ["eur", "6.00"],
        ["jpy", "123"],
        ["kwd", "0.013"],
      ])
      expect(await close({ now, period: "2016-04" })).toMatchObject([{ program_id, period: "2016-04", closed: false }])
    })

    it("withholds the reward of an affiliate in a forbidden group, with the reason, and credits nothing", async () => {
      const { program_id, anna } = await setUp()
      const customers = getContainer().resolve(Modules.CUSTOMER)
      const staff = await customers.createCustomerGroups({ name: "Staff" })
      await customers.addCustomerToGroup({ customer_id: anna.customer_id, customer_group_id: staff.id })
      await affiliateModule(getContainer()).createProgramCustomerGroups({ program_id, customer_group_id: staff.id, access: "forbidden" })
      await orderAt("2016-04-15T12:00:00Z")

      await close({ now: new Date("2016-05-02"), period: "2016-04" })
      expect(await lines("2016-04")).toEqual([
        {
          currency_code: "eur",
          expense_amount: "100.00",
          amount: "10.00",
          order_count: 1,
          outcome: "withheld",
          reason: "forbidden_customer_group",
        },
      ])
      expect(await entries()).toEqual([])
    })

    it("credits an affiliate whose forbidden group was deleted in Medusa, which keeps its members", async () => {
      const { program_id, anna } = await setUp()
      const customers = getContainer().resolve(Modules.CUSTOMER)
      const staff = await customers.createCustomerGroups({ name: "Staff" })
      await customers.addCustomerToGroup({ customer_id: anna.customer_id, customer_group_id: staff.id })
      await affiliateModule(getContainer()).createProgramCustomerGroups({ program_id, customer_group_id: staff.id, access: "forbidden" })
      await orderAt("2016-04-15T12:00:00Z")
      await customers.softDeleteCustomerGroups([staff.id])
      expect(await sql(getContainer(), `SELECT deleted_at FROM customer_group_customer`)).toEqual([{ deleted_at: null }])

      await close({ now: new Date("2016-05-02"), period: "2016-04" })
      expect(await lines("2016-04")).toMatchObject([{ amount: "10.00", outcome: "credited", reason: null }])
    })

    it.each([
      ["withheld in April, no longer forbidden in May: what was never credited is not taken back", true, ["withheld", "withheld"], "0.00"],
      ["credited in April, forbidden since: what was credited is taken back", false, ["credited", "credited"], "0.00"],
    ])("%s", async (_, wasForbidden, outcomes, available) => {
      const { program_id, anna } = await setUp()
      const container = getContainer()
      const customers = container.resolve(Modules.CUSTOMER)
      const staff = await customers.createCustomerGroups({ name: "Staff" })
      const member = { customer_id: anna.customer_id, customer_group_id: staff.id }
      await affiliateModule(container).createProgramCustomerGroups({ program_id, customer_group_id: staff.id, access: "forbidden" })
      if (wasForbidden) await customers.addCustomerToGroup(member)
      const orderId = await orderAt("2016-04-15T12:00:00Z")
      await close({ now: new Date("2016-05-02"), period: "2016-04" })

      await (wasForbidden ? customers.removeCustomerFromGroup(member) : customers.addCustomerToGroup(member))
      const canceledAt = new Date("2016-05-10")
      await sql(container, `UPDATE "order" SET status = 'canceled', canceled_at = ?, updated_at = ? WHERE id = ?`, [
        canceledAt,
        canceledAt,
        orderId,
      ])
      const now = new Date("2016-06-02")
      await close({ now, period: "2016-05" })

      const decided = [...(await lines("2016-04")), ...(await lines("2016-05"))]
      expect(decided.map(({ outcome }) => outcome)).toEqual(outcomes)
      expect(decided.map(({ amount }) => amount)).toEqual(["10.00", "-10.00"])
      const [balance] = (await affiliateModule(container).ledger.listBalances([anna.id], now)).get(anna.id)!
      expect(balance?.available ?? "0.00").toEqual(available)
    })

    it("holds a credit for the hold period, to the second", async () => {
      const { anna } = await setUp({ hold_period_days: 14 })
      await orderAt("2016-04-15T12:00:00Z")
      await close({ now: new Date("2016-05-02"), period: "2016-04" })
      const balanceAt = async (at: string) =>
        (await affiliateModule(getContainer()).ledger.listBalances([anna.id], new Date(at))).get(anna.id)
      expect(await balanceAt("2016-05-14T21:59:59Z")).toEqual([
        { currency_code: "eur", pending: "10.00", available: "0.00", processing: "0.00", paid: "0.00" },
      ])
      expect(await balanceAt("2016-05-14T22:00:00Z")).toEqual([
        { currency_code: "eur", pending: "0.00", available: "10.00", processing: "0.00", paid: "0.00" },
      ])
    })

    it("lets a late order of a closed month count in the open one, with a pointer", async () => {
      const now = new Date()
      const current = periodAt(now, BERLIN)
      const previous = addPeriods(current, -1)
      const { program_id } = await setUp({ created_at: periodBounds(previous, BERLIN).starts_at })
      await close({ now })
      const late = await orderAt(new Date(periodBounds(previous, BERLIN).starts_at.getTime() + 60_000).toISOString())
      await affiliateModule(getContainer()).orders.record([late], now)
      expect(await sql(getContainer(), `SELECT period, corrects_period, program_id FROM affiliate_commission`)).toEqual([
        { period: current, corrects_period: previous, program_id },
      ])
    })

    it("closes 10,000 orders in as many statements as 10, also when not one of them was recorded before", async () => {
      const container = getContainer()
      const statements: number[] = []
      for (const [prefix, count, month] of [
        ["few", 10, "2016-01"],
        ["many", 10_000, "2016-02"],
      ] as const) {
        const program_id = await createProgram(container, { timezone: BERLIN, created_at: new Date(`${month}-02`) })
        const anna = await createAffiliate(container, program_id)
        await createReferral(container, { id: anna.id, program_id }, `${prefix}@example.com`)
        await insertManyOrders(container, prefix, count, new Date(`${month}-15T12:00:00Z`))
        const now = new Date(periodBounds(month, BERLIN).ends_at.getTime() + 3_600_000)
        await sql(container, `DELETE FROM affiliate_reconciliation`)
        const closed = () => close({ now, period: month, program_id })
        // What the event brings on is counted in both, not in the one or the other.
        statements.push(await countStatements(container, () => andSubscribers(container, "affiliate.period.closed", closed)))
        expect((await lines(month)).map((line) => [line.amount, line.order_count])).toEqual([[`${count * 10}.00`, count]])
      }
      expect(statements[1]).toBe(statements[0])
    })
  },
})
