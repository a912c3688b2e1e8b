import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule, createReferral } from "../../helpers/affiliate"
import { forgetEvents, seeEvents, type SeenEvent } from "../../helpers/events"
import { createAdmin, type Admin } from "../../helpers/http"
import { createOrders } from "../../helpers/many-orders"
import { postAffiliate, postProgram } from "../../helpers/programs"
import { countStatements, sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"

const PATH = "/admin/affiliates"
const RANGE = "from=2020-01-01T00:00:00Z&to=2999-01-01T00:00:00Z"
const EUR = `${RANGE}&currency_code=eur`

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    let admin: Admin
    let program: { id: string }
    const ids: Record<string, string> = {}
    let events: SeenEvent[]

    /** Anna: 2 clicks, 155.55 EUR and 1000 JPY. Bert: 3 clicks, 20.00 EUR, and 5.00 EUR for thanks. Carl: nothing. */
    beforeEach(async () => {
      const container = getContainer()
      admin = await createAdmin(api, container)
      program = await postProgram(admin, { promo_code_template: "HI-@ID@" })
      const people = { anna: "Zimmer", bert: "adler", carl: "=1+1" }
      const customers = await container
        .resolve(Modules.CUSTOMER)
        .createCustomers(Object.entries(people).map(([name, last_name]) => ({ email: `${name}@example.com`, first_name: "", last_name })))
      for (const { id, email } of customers) {
        const name = email.split("@")[0]!
        const affiliate = await postAffiliate(admin, program.id, id)
        ids[name] = affiliate.id
        await createReferral(container, { id: affiliate.id, program_id: program.id }, `of-${name}@example.com`)
      }
      const orders = await createOrders(container, [
        { email: "of-anna@example.com", unit_price: 100 },
        { email: "of-anna@example.com", unit_price: 55.55 },
        { email: "of-anna@example.com", unit_price: 1000, currency_code: "jpy" },
        { email: "of-bert@example.com", unit_price: 20 },
      ])
      await affiliateModule(container).orders.record(orders, new Date())
      const clicks = [
        ["anna", "2026-03-01"],
        ["anna", "2998-12-31T23:59:59.999Z"],
        ["anna", "2999-01-01"],
        ["bert", "2020-01-01"],
        ["bert", "2026-01-02"],
        ["bert", "2026-01-03"],
        ["carl", "2019-12-31T23:59:59.999Z"],
      ]
      for (const [index, [name, at]] of clicks.entries()) {
        await sql(
          container,
          `INSERT INTO affiliate_click (id, program_id, affiliate_id, landing_url, occurred_at) VALUES (?, ?, ?, 'https://shop.example.com/', ?)`,
          [`affclk_${index}`, program.id, ids[name!], at]
        )
      }
      await admin.post(`${PATH}/${ids.bert}/adjustments`, { amount: 5, currency_code: "eur", reason: "Thank you" })
      events = seeEvents(container)
    })
    afterEach(() => forgetEvents(getContainer()))

    const list = async (query: string) => (await admin.get(`${PATH}?${query}`)).data.affiliates as { id: string; figures: unknown }[]
    const names = async (query: string) =>
      (await list(query)).map(({ id }) => Object.entries(ids).find(([, own]) => own === id)?.[0]).join(" ")

    it("counts what each affiliate did in a range, in one currency", async () => {
      const figures = async (query: string) => (await list(`${query}&order=number`)).map((row) => row.figures)
      const none = { currency_code: "eur", clicks: 0, orders: 0, expense_amount: "0.00", commission_amount: "0.00", available: "0.00" }
      expect(await figures(EUR)).toEqual([
        { ...none, clicks: 2, orders: 2, expense_amount: "155.55", commission_amount: "15.56" },
        { ...none, clicks: 3, orders: 1, expense_amount: "20.00", commission_amount: "2.00", available: "5.00" },
        none,
      ])
      const yen = { currency_code: "jpy", orders: 0, expense_amount: "0", commission_amount: "0", available: "0" }
      expect(await figures(`${RANGE}&currency_code=JPY`)).toEqual([
        { ...yen, clicks: 2, orders: 1, expense_amount: "1000", commission_amount: "100" },
        { ...yen, clicks: 3 },
        { ...yen, clicks: 0 },
      ])
      expect(await list("order=number")).not.toEqual(expect.arrayContaining([expect.objectContaining({ figures: expect.anything() })]))
    })

    it.each([
      ["name", "carl bert anna"],
      ["-name", "anna bert carl"],
      ["-clicks", "bert anna carl"],
      ["clicks", "carl anna bert"],
      ["-orders", "anna bert carl"],
      ["-expense_amount", "anna bert carl"],
      ["commission_amount", "carl bert anna"],
      ["-available", "bert carl anna"],
    ])("sorts by %s", async (order, expected) => {
      expect(await names(`${EUR}&order=${order}`)).toBe(expected)
      const pages = [0, 1, 2].map((offset) => names(`${EUR}&order=${order}&limit=1&offset=${offset}`))
      expect((await Promise.all(pages)).join(" ")).toBe(expected)
    })

    it("counts as many statements for one row as for all, by whichever figure it sorts", async () => {
      for (const order of ["name", "clicks", "available"]) {
        const cost = (limit: number) => countStatements(getContainer(), () => admin.get(`${PATH}?${EUR}&order=${order}&limit=${limit}`))
        await cost(1)
        expect([order, await cost(1), await cost(3)]).toEqual([order, 3, 3])
      }
    })

    it.each([
      ["order=clicks", "from: is needed to sort by clicks"],
      ["from=2026-01-01T00:00:00Z", "to: is needed for figures, with from, to and currency_code"],
      [RANGE, "currency_code: is needed for figures, with from, to and currency_code"],
      ["currency_code=eur", "from: is needed for figures, with from, to and currency_code"],
      ["from=2026-02-01&to=2026-02-01&currency_code=eur", "from: must be earlier than to"],
      ["from=soon&to=2026-02-01&currency_code=eur", "from: must be an ISO 8601 time such as 2026-01-01T00:00:00Z"],
    ])("refuses %s", async (query, message) => {
      expect(await admin.get(`${PATH}?${query}`)).toMatchObject({ status: 400, data: { message } })
    })

    it("changes many at once, and says what became of each", async () => {
      await sql(getContainer(), `UPDATE affiliate SET status = 'pending' WHERE id = ?`, [ids.carl])
      const change = (body: object) => admin.post(`${PATH}/batch/update`, body)
      const all = [ids.carl, ids.anna, "aff_x", ids.bert]

      const suspended = await change({ ids: [...all, ids.anna], status: "suspended", reason: "Holidays" })
      expect(suspended.data.results).toEqual([
        { id: ids.carl, outcome: "refused", reason: "status_not_possible" },
        { id: ids.anna, outcome: "changed", reason: null },
        { id: "aff_x", outcome: "refused", reason: "not_found" },
        { id: ids.bert, outcome: "changed", reason: null },
      ])
      expect((await admin.get(`${PATH}/${ids.anna}`)).data.affiliate).toMatchObject({ status: "suspended", status_reason: "Holidays" })

      const active = await change({ ids: all.filter((id) => id !== "aff_x"), status: "active", commission_percent: "12.5" })
      expect(active.data.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(["changed", "changed", "changed"])
      const { affiliate } = (await admin.get(`${PATH}/${ids.carl}`)).data
      expect(affiliate).toMatchObject({ status: "active", commission_percent: "12.5", promo_code: `HI-${affiliate.number}` })
      expect((await change({ ids: [ids.anna], status: "active", commission_percent: 12.5 })).data.results).toEqual([
        { id: ids.anna, outcome: "unchanged", reason: null },
      ])

      const told = events.map(({ name, data }) => `${name} ${String(data.id)}`).filter((name) => name.startsWith("affiliate."))
      expect(told.sort()).toEqual(
        [
          `affiliate.approved ${ids.carl}`,
          `affiliate.reactivated ${ids.anna}`,
          `affiliate.reactivated ${ids.bert}`,
          `affiliate.suspended ${ids.anna}`,
          `affiliate.suspended ${ids.bert}`,
        ].sort()
      )
      expect(await change({ ids: all, commission_percent: "101" })).toMatchObject({
        status: 400,
        data: { message: "commission_percent: must be a percentage from 0 to 100 with at most four decimals" },
      })
      expect(await change({ ids: [], status: "active" })).toMatchObject({
        status: 400,
        data: { message: expect.stringMatching(/^ids: /) as string },
      })
      expect(await change({ ids: [ids.anna] })).toMatchObject({
        status: 400,
        data: { message: "status: must say what changes, or commission_percent" },
      })
    })

    it("saves the list as a file that no spreadsheet takes for formulas", async () => {
      const { data, headers } = await admin.get(`${PATH}/batch/export?${EUR}&id=${ids.anna},${ids.carl}`)
      expect(headers["content-disposition"]).toMatch(/^attachment; filename="affiliates-\d{4}-\d\d-\d\d\.csv"$/)
      const lines = (data as string).replace("\ufeff", "").trim().split("\r\n")
      expect(lines).toHaveLength(3)
      expect(lines[0]).toBe(
        "number,name,email,program,code,promo_code,link,status,commission_percent,joined_at," +
          "clicks,orders,expense_amount,commission_amount,available,currency_code"
      )
      expect(lines[1]).toMatch(/^\d+,Zimmer,anna@example\.com,Friends,.*,active,10,.*Z,2,2,155\.55,15\.56,0\.00,EUR$/)
      expect(lines[2]).toContain(",'=1+1,carl@example.com,")
      const comma = (await admin.get(`${PATH}/batch/export?${EUR}&decimal=comma&id=${ids.anna}`)).data as string
      expect(comma).toContain(";155,55;15,56;0,00;EUR")
      expect(((await admin.get(`${PATH}/batch/export?id=${ids.anna}`)).data as string).trim()).toMatch(/,,,,,,$/)
    })
  },
})
