import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { closePeriodsWorkflow } from "../../src/workflows/periods"
import monthly from "../../src/scripts/monthly"
import { affiliateModule, createAffiliate, createProgram, createReferral, type TestAffiliate } from "../helpers/affiliate"
import { brokenBy } from "../helpers/doctor"
import { createAdmin } from "../helpers/http"
import { createOrder } from "../helpers/many-orders"
import { moveOrder, sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    const query = <T = Record<string, string>>(statement: string, values: unknown[] = []) => sql<T>(getContainer(), statement, values)
    const affiliate = () => affiliateModule(getContainer())

    let program_id: string
    let anna: TestAffiliate

    /** A program that began on 10 March 2016. */
    beforeEach(async () => {
      program_id = await createProgram(getContainer(), { name: "Friends", created_at: new Date("2016-03-10") })
      anna = await createAffiliate(getContainer(), program_id)
      await createReferral(getContainer(), { id: anna.id, program_id }, "shopper@example.com")
    })

    const orderAt = async (day: string, unit_price = 100, email = "shopper@example.com"): Promise<string> => {
      const id = await createOrder(getContainer(), { unit_price, email })
      await moveOrder(getContainer(), id, new Date(`${day}T12:00:00Z`))
      return id
    }
    const record = (id: string, day: string) => affiliate().orders.record([id], new Date(`${day}T13:00:00Z`))
    const cancel = async (id: string, day: string) => {
      await query(`UPDATE "order" SET status = 'canceled', canceled_at = ?, updated_at = ? WHERE id = ?`, [day, day, id])
      await record(id, day)
    }
    const close = (period: string | undefined, now: string) =>
      closePeriodsWorkflow(getContainer()).run({ input: { closed_by: "test", period, now: new Date(now) } })
    const closeInModule = (period: string, now = "2016-07-01") =>
      affiliate().periods.close({ program_id, period, closed_by: "test", now: new Date(now) })
    const rows = async () =>
      (
        await query<{ text: string }>(
          `SELECT concat_ws(' ', amount, period, coalesce('corrects ' || corrects_period, '')) AS text FROM affiliate_commission ORDER BY sequence, id`
        )
      ).map(({ text }) => text.trim())
    const lines = async () =>
      (
        await query<{ text: string }>(
          `SELECT concat_ws(' ', p.period, l.amount, l.outcome) AS text
           FROM affiliate_period_line l JOIN affiliate_period p ON p.id = l.period_id ORDER BY p.period, l.outcome`
        )
      ).map(({ text }) => text)
    const broken = async (now = "2016-05-02") =>
      (await affiliate().doctor.run(new Date(now))).invariants.flatMap(({ exceptions }) => exceptions)
    const balance = async (now: string) => (await affiliate().ledger.listBalances([anna.id], new Date(now))).get(anna.id)

    const forbidAnna = async () => {
      const customers = getContainer().resolve(Modules.CUSTOMER)
      const group = await customers.createCustomerGroups({ name: "Staff" })
      await affiliate().createProgramCustomerGroups({ program_id, customer_group_id: group.id, access: "forbidden" })
      await customers.addCustomerToGroup({ customer_id: anna.customer_id, customer_group_id: group.id })
    }

    it("a month is closed after the earlier ones, by every way in; what was never credited is not taken back", async () => {
      const admin = await createAdmin(api, getContainer())
      const order = await orderAt("2016-03-15")
      await record(order, "2016-03-15")
      await cancel(order, "2016-04-10")

      const refused = "2016-03 of Friends is open and has to be closed first"
      const route = (period: string, body = {}) => admin.post(`/admin/affiliate-periods/${period}/close`, body)
      for (const body of [{}, { program_id }]) {
        expect(await route("2016-04", body)).toMatchObject({ status: 400, data: { type: "invalid_data", message: `period: ${refused}` } })
      }
      await expect(closeInModule("2016-04")).rejects.toThrow(refused)
      await expect(close("2016-04", "2016-05-02")).rejects.toMatchObject({ type: "invalid_data", message: `period: ${refused}` })
      for (const args of [["date=2016-04-01"], ["date=2016-04", "dry_run=true"]]) {
        const write = jest.spyOn(process.stderr, "write").mockImplementation(() => true)
        const exit = jest.spyOn(process, "exit").mockImplementation((() => undefined) as never)
        await monthly({ container: getContainer(), args })
        const told = write.mock.calls.map(([text]) => String(text)).join("")
        write.mockRestore()
        exit.mockRestore()
        process.exitCode = 0
        expect(told).toContain(refused)
      }
      expect(await lines()).toEqual([])

      await forbidAnna()
      await close("2016-03", "2016-05-02")
      await close("2016-04", "2016-05-02")
      expect(await lines()).toEqual(["2016-03 10.00 withheld", "2016-04 -10.00 withheld"])
      expect(await balance("2016-05-02")).toEqual([])
      expect(await broken()).toEqual([])
    })

    it("without a month, all that are due are closed, oldest first", async () => {
      const order = await orderAt("2016-03-15")
      await record(order, "2016-03-15")
      await cancel(order, "2016-04-10")
      await forbidAnna()
      await close(undefined, "2016-05-02")
      expect(await lines()).toEqual(["2016-03 10.00 withheld", "2016-04 -10.00 withheld"])
    })

    it("a month without commissions holds up no later one, and counts as closed with it: what comes late lies in the first open one", async () => {
      await record(await orderAt("2016-04-15"), "2016-04-15")
      await close("2016-04", "2016-05-02")
      await expect(close("2016-03", "2016-05-02")).rejects.toMatchObject({
        message: "period: 2016-03 of Friends counts as closed, because 2016-04 is closed",
      })
      await expect(closeInModule("2016-03")).rejects.toThrow("counts as closed")
      expect(await affiliate().periods.listToClose({ now: new Date("2016-05-02") })).toEqual([])
      await record(await orderAt("2016-03-20", 50), "2016-05-03")
      expect(await rows()).toEqual(expect.arrayContaining(["10.00 2016-04", "5.00 2016-05 corrects 2016-03"]))
      expect(await broken("2016-05-03")).toEqual([])
    })

    it("an order older than the program, given by hand after its first month was printed, leaves the statement as it is", async () => {
      await record(await orderAt("2016-03-15"), "2016-03-15")
      await close("2016-03", "2016-04-02")
      const statement = async () => {
        const { opening_balance, commissions, closing_balance } = await affiliate().statements.issue({
          ...{ affiliate_id: anna.id, period: "2016-03", currency_code: "eur", now: new Date("2016-04-03") },
        })
        return [opening_balance, commissions, closing_balance]
      }
      expect(await statement()).toEqual(["0.00", "10.00", "10.00"])

      const february = await orderAt("2016-02-15", 500, "stranger@example.com")
      await affiliate().orders.reassign({
        ...{ order_id: february, affiliate_id: anna.id, reason: "Anna's", created_by: "user_1", now: new Date("2016-04-05") },
      })
      expect(await rows()).toEqual(expect.arrayContaining(["10.00 2016-03", "50.00 2016-04 corrects 2016-02"]))
      await close("2016-04", "2016-05-02")
      expect(await statement()).toEqual(["0.00", "10.00", "10.00"])
      expect(await broken()).toEqual([])
    })

    it("a month before the program's first is refused, and nothing is written", async () => {
      const admin = await createAdmin(api, getContainer())
      const answer = await admin.post("/admin/affiliate-periods/2015-05/close", { program_id })
      expect(answer).toMatchObject({
        status: 400,
        data: { type: "invalid_data", message: "period: Friends had not begun in 2015-05: its first month is 2016-03" },
      })
      await expect(closeInModule("2015-05")).rejects.toThrow("had not begun in 2015-05")
      expect(await query(`SELECT period FROM affiliate_period`)).toEqual([])
    })

    it("the doctor names months closed out of order, and a correction that does not follow its month", async () => {
      const order = await orderAt("2016-03-15")
      await record(order, "2016-03-15")
      await cancel(order, "2016-04-10")
      const early = await brokenBy(getContainer(), [
        `UPDATE affiliate_period SET status = 'closed', closed_at = '2016-05-02' WHERE period = '2016-04'`,
      ])
      expect(early.months?.filter(({ problem }) => problem === "closed_out_of_order")).toEqual([
        {
          ...{ problem: "closed_out_of_order", program_id, period: "2016-04", expected: "closed after the months before it" },
          found: "closed at 2016-05-02 00:00:00+00, an earlier month is open",
        },
      ])

      await close(undefined, "2016-05-02")
      const otherwise = await brokenBy(getContainer(), [`UPDATE affiliate_period_line SET outcome = 'withheld' WHERE amount < 0`])
      expect(otherwise.closes).toEqual([
        {
          ...{ problem: "correction_not_followed", program_id, period: "2016-04", affiliate_id: anna.id, currency_code: "eur" },
          expected: "corrections of -10.00 credited and of 0 withheld beside 0",
          found: "lines of 0 credited and of -10.00 withheld",
        },
      ])
    })

    it("the doctor does not mind rows of an open month whose time zone has changed", async () => {
      await record(await orderAt("2016-03-15"), "2016-03-15")
      const edge = await createOrder(getContainer(), {})
      // March in UTC, already April in Kiritimati.
      await moveOrder(getContainer(), edge, new Date("2016-03-31T20:00:00Z"))
      await affiliate().orders.record([edge], new Date("2016-03-31T20:00:01Z"))
      await affiliate().programs.update(program_id, { timezone: "Pacific/Kiritimati" }, new Date("2016-03-31T20:30:00Z"))
      expect(await broken("2016-03-31T21:00:00Z")).toEqual([])
      await close(undefined, "2016-04-02")
      await affiliate().programs.update(program_id, { timezone: "UTC" }, new Date("2016-04-03"))
      expect(await broken("2016-04-03")).toEqual([])
      expect(await lines()).toEqual(["2016-03 20.00 credited"])
    })
  },
})
