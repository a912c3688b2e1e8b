import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import explain from "../../../src/scripts/explain"
import { affiliateModule, createReferral } from "../../helpers/affiliate"
import { createAdmin, type Admin, type Answer } from "../../helpers/http"
import { createOrder, type OrderWish } from "../../helpers/many-orders"
import { postAffiliate, postProgram } from "../../helpers/programs"
import { moveOrder, sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"

const BERLIN = "Europe/Berlin"
const PLACED = "was placed on 5 April 2016 at 12:00 (Europe/Berlin)."
const RATE = "The program's rate of 10 % applied, which holds from the beginning."
const BASIS = "What counts is the price of its items after discounts, without tax and without shipping, from the moment it was placed."

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("an order is explained", () => {
      let admin: Admin
      let programId: string
      let anna: { id: string; code: string }
      let otto: { id: string; code: string }

      beforeEach(async () => {
        const container = getContainer()
        admin = await createAdmin(api, container)
        programId = (await postProgram(admin, { timezone: BERLIN, hold_period_days: 14 })).id
        await sql(container, `UPDATE affiliate_program SET created_at = '2016-04-01'`)
        const [first, second] = await container.resolve(Modules.CUSTOMER).createCustomers([
          { email: "anna@example.com", first_name: "Anna", last_name: "Bell" },
          { email: "otto@example.com", first_name: "Otto" },
        ])
        anna = await postAffiliate(admin, programId, first!.id)
        otto = await postAffiliate(admin, programId, second!.id)
        const at = new Date("2016-04-03T08:12:00Z")
        await createReferral(container, { id: anna.id, program_id: programId }, "shopper@example.com", at)
      })

      const record = (id: string, now = "2016-04-20") => affiliateModule(getContainer()).orders.record([id], new Date(now))
      const ordered = async (wish: OrderWish = {}, at = "2016-04-05T10:00:00Z"): Promise<string> => {
        const id = await createOrder(getContainer(), wish)
        await moveOrder(getContainer(), id, new Date(at))
        return id
      }
      const close = (period: string, now: string) =>
        affiliateModule(getContainer()).periods.close({ program_id: programId, period, closed_by: "test", now: new Date(now) })
      const read = async (id: string): Promise<Answer["data"]> => (await admin.get(`/admin/orders/${id}/affiliate`)).data
      const cancel = (id: string, at: string) =>
        sql(getContainer(), `UPDATE "order" SET status = 'canceled', canceled_at = ?, updated_at = ? WHERE id = ?`, [at, at, id])

      /** What `medusa-affiliate explain` prints, without the order's number and the ledger's ids. */
      const told = async (order: string): Promise<string[]> => {
        const written = jest.spyOn(process.stdout, "write").mockReturnValue(true)
        try {
          await explain({ container: getContainer(), args: [`order=${order}`] })
          return written.mock.calls
            .join("")
            .replace(/Order #\d+/, "Order #1")
            .replace(/affent_\w+/g, "affent_1")
            .split("\n")
            .filter((line) => line !== "")
        } finally {
          written.mockRestore()
        }
      }

      it("that was canceled after its month was closed: the rows, their lines and entries, and sentences", async () => {
        const id = await ordered()
        await ordered({ unit_price: 250 }).then((other) => record(other))
        await record(id)
        await close("2016-04", "2016-05-01T10:00:00Z")
        await cancel(id, "2016-05-17T09:00:00Z")
        await record(id, "2016-05-18")

        const closed = await read(id)
        expect(closed).toMatchObject({
          order_display_id: expect.any(Number),
          timezone: BERLIN,
          program_name: "Friends",
          affiliate: { id: anna.id, code: anna.code, name: "Anna Bell" },
          rate_percent: "10",
          rate_source: "program",
          rate_since: null,
          rate_until: null,
          quarantine: null,
          decisions: [{ reason: "existing_referral", superseded_at: null }],
        })
        const entry = { currency_code: "eur", available_at: "2016-05-14T22:00:00.000Z" }
        expect(closed.commissions).toMatchObject([
          {
            kind: "order",
            amount: "10.00",
            status: "credited",
            cause_type: "order",
            cause_id: id,
            line: {
              id: expect.stringMatching(/^affline_/),
              outcome: "credited",
              reason: null,
              amount: "35.00",
              available_at: "2016-05-14T22:00:00.000Z",
              ledger_entries: [
                { id: expect.stringMatching(/^affent_/), account: "affiliate", amount: "35.00", ...entry },
                { id: expect.stringMatching(/^affent_/), account: "program_expense", amount: "-35.00", ...entry },
              ],
            },
          },
          { kind: "cancel", amount: "-10.00", status: "pending", period: "2016-05", corrects_period: "2016-04", line: null },
        ])

        await close("2016-05", "2016-06-01T10:00:00Z")
        expect(await told(id)).toEqual([
          `Order #1 ${PLACED}`,
          `It belongs to Anna Bell (code ${anna.code}) in the program Friends, because the customer already was a referral of Anna Bell.`,
          RATE,
          BASIS,
          "Since 3 April 2016 at 10:12 (Europe/Berlin) the customer is Anna Bell's referral. This decided.",
          "What counts of it, 100.00 EUR, earns Anna Bell 10.00 EUR in April 2016.",
          "The order was canceled on 17 May 2016 at 11:00 (Europe/Berlin), which takes back 10.00 EUR from Anna Bell in May 2016, because April 2016 is closed.",
          "The close of April 2016 credited Anna Bell 10.00 EUR, available since 15 May 2016, as a part of 35.00 EUR (ledger entry affent_1).",
          "The close of May 2016 debited Anna Bell 10.00 EUR, available since 15 June 2016, as a part of minus 10.00 EUR (ledger entry affent_1).",
          "Altogether the order earns Anna Bell 0.00 EUR.",
        ])
        expect(await told(String(closed.order_display_id))).toEqual(await told(id))
      })

      it("that was given to somebody else", async () => {
        const id = await ordered()
        await record(id)
        await close("2016-04", "2016-05-01T10:00:00Z")
        const change = {
          order_id: id,
          affiliate_id: otto.id,
          reason: "Anna agrees",
          created_by: admin.id,
          now: new Date("2016-05-06T07:00:00Z"),
        }
        await affiliateModule(getContainer()).orders.reassign(change)
        await sql(getContainer(), `UPDATE affiliate_attribution SET created_at = '2016-05-06T07:00:00Z' WHERE reason = 'manual'`)
        await sql(getContainer(), `UPDATE affiliate_attribution SET created_at = '2016-04-05T10:01:00Z' WHERE reason <> 'manual'`)
        expect((await told(id)).slice(1)).toEqual([
          `It belongs to Otto (code ${otto.code}) in the program Friends, because it was given to Otto by hand.`,
          RATE,
          BASIS,
          "Since 3 April 2016 at 10:12 (Europe/Berlin) the customer is Anna Bell's referral. This had decided, until the order was given to somebody by hand.",
          "On 5 April 2016 it was given to Anna Bell, because the customer already was a referral of Anna Bell.",
          "On 6 May 2016 admin@shop.example.com gave it to Otto by hand (“Anna agrees”).",
          "What counts of it, 100.00 EUR, earns Anna Bell 10.00 EUR in April 2016.",
          "The order changed hands, which takes back 10.00 EUR from Anna Bell in May 2016, because April 2016 is closed.",
          "The order changed hands, which earns Otto 10.00 EUR in May 2016, because April 2016 is closed.",
          "The close of April 2016 credited Anna Bell 10.00 EUR, available since 15 May 2016, as a part of 10.00 EUR (ledger entry affent_1).",
          "10.00 EUR less for Anna Bell are pending until May 2016 is closed.",
          "10.00 EUR more for Otto are pending until May 2016 is closed.",
          "Altogether the order earns Anna Bell 0.00 EUR.",
          "Altogether the order earns Otto 10.00 EUR.",
        ])
      })

      it("whose month was withheld, and whose correction follows that in a month that credits", async () => {
        const groups = getContainer().resolve(Modules.CUSTOMER)
        const staff = await groups.createCustomerGroups({ name: "Staff" })
        await admin.post(`/admin/affiliate-programs/${programId}`, { forbidden_customer_group_ids: [staff.id] })
        const { customer_id } = (await admin.get(`/admin/affiliates/${anna.id}`)).data.affiliate
        await groups.addCustomerToGroup({ customer_id, customer_group_id: staff.id })
        const april = await ordered()
        await record(april)
        await close("2016-04", "2016-05-01T10:00:00Z")
        await groups.removeCustomerFromGroup({ customer_id, customer_group_id: staff.id })

        const may = await ordered({ unit_price: 50 }, "2016-05-05T10:00:00Z")
        await record(may, "2016-05-20")
        await cancel(april, "2016-05-17T09:00:00Z")
        await record(april, "2016-05-20")
        await close("2016-05", "2016-06-01T10:00:00Z")

        const withheld = { outcome: "withheld", reason: "forbidden_customer_group", ledger_entries: [] }
        expect((await read(april)).commissions).toMatchObject([
          { amount: "10.00", status: "withheld", line: { ...withheld, amount: "10.00" } },
          { amount: "-10.00", status: "withheld", line: { ...withheld, amount: "-10.00" } },
        ])
        expect((await read(may)).commissions).toMatchObject([
          { amount: "5.00", status: "credited", line: { outcome: "credited", amount: "5.00" } },
        ])
        const listed = (await admin.get("/admin/affiliate-commissions?period=2016-05")).data.affiliate_commissions
        expect(listed.map(({ amount, status }: Record<string, string>) => [amount, status]).sort()).toEqual([
          ["-10.00", "withheld"],
          ["5.00", "credited"],
        ])
        expect((await told(april)).slice(7)).toEqual([
          "The close of April 2016 withheld 10.00 EUR of Anna Bell, because the affiliate is in a customer group without reward.",
          "The close of May 2016 withheld minus 10.00 EUR of Anna Bell, because the affiliate is in a customer group without reward.",
          "Altogether the order earns Anna Bell 0.00 EUR.",
        ])
      })

      it("whose promo code was refused, although another affiliate's referral decided", async () => {
        const container = getContainer()
        const id = await ordered()
        await ordered({}, "2016-04-04T10:00:00Z").then((earlier) => record(earlier))
        await sql(
          container,
          `INSERT INTO affiliate_cart_attribution (id, cart_id, program_id, affiliate_id, source, source_id, occurred_at)
           VALUES ('affcart_1', 'cart_1', ?, ?, 'promo_code', 'affpromo_1', '2016-04-05T09:59:00Z')`,
          [programId, otto.id]
        )
        await sql(container, `INSERT INTO order_cart (id, order_id, cart_id) VALUES ('link_1', ?, 'cart_1')`, [id])
        await record(id)
        expect((await read(id)).evidence).toMatchObject([
          { type: "referral", affiliate_name: "Anna Bell", verdict: "chosen", reason: null },
          { type: "promo_code", affiliate_id: otto.id, affiliate_name: "Otto", verdict: "refused", reason: "not_first_order" },
        ])
        expect((await told(id))[5]).toBe(
          "On 5 April 2016 at 11:59 (Europe/Berlin) Otto's promo code. It could not count: it counts for a customer's first order only, and this customer had ordered before."
        )
      })

      it("that earned for nobody, that nothing is decided about, that is a draft, that is in quarantine", async () => {
        const nobodys = await ordered({ email: "x@example.com" })
        await record(nobodys)
        expect(await told(nobodys)).toEqual([
          `Order #1 ${PLACED}`,
          "It earns for nobody, because no link, promo code or referral touched it.",
        ])

        const undecided = await ordered({ email: "y@example.com" })
        expect(await read(undecided)).toMatchObject({
          decisions: [],
          quarantine: null,
          placed_at: "2016-04-05T10:00:00.000Z",
          timezone: BERLIN,
        })
        await sql(
          getContainer(),
          `INSERT INTO affiliate_quarantined_order (id, order_id, error, attempts, first_failed_at, last_failed_at)
           VALUES ('affquar_1', ?, 'its currency is unknown', 3, '2016-04-05T11:00:00Z', '2016-04-05T13:00:00Z')`,
          [undecided]
        )
        expect((await read(undecided)).quarantine).toEqual({
          error: "its currency is unknown",
          attempts: 3,
          first_failed_at: "2016-04-05T11:00:00.000Z",
          last_failed_at: "2016-04-05T13:00:00.000Z",
        })
        expect(await told(undecided)).toEqual([
          `Order #1 ${PLACED}`,
          "It could not be recorded and stands aside: its currency is unknown.",
          "That was tried 3 times, the last time on 5 April 2016 at 15:00 (Europe/Berlin), and every reconciliation tries it again.",
          "Nothing is decided about it yet. Reconciliation looks at every changed order once an hour, and at all of them when asked to.",
        ])
        await sql(getContainer(), `UPDATE affiliate_quarantined_order SET resolved_at = now()`)
        expect((await read(undecided)).quarantine).toBeNull()

        await sql(getContainer(), `UPDATE "order" SET is_draft_order = true, status = 'draft' WHERE id = ?`, [undecided])
        expect(await told(undecided)).toEqual(["Order #1 is a draft. It earns for nobody before it is placed."])
        expect(await read(undecided)).toMatchObject({ placed_at: null })
      })

      it("that does not exist: a sentence, and the command fails", async () => {
        const said = jest.spyOn(process.stderr, "write").mockReturnValue(true)
        const exit = jest.spyOn(process, "exit").mockReturnValue(undefined as never)
        try {
          expect(await told("987654")).toEqual([])
          expect(said.mock.calls.join("")).toBe("There is no order 987654\n")
          expect(exit.mock.calls).toEqual([[1]])
        } finally {
          said.mockRestore()
          exit.mockRestore()
        }
      })
    })
  },
})
