import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule, createReferral } from "../../helpers/affiliate"
import { caller, createAdmin, type Admin, type Answer } from "../../helpers/http"
import { createOrder, type OrderWish } from "../../helpers/many-orders"
import { postAffiliate, postProgram } from "../../helpers/programs"
import { moveOrder, sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"

const month = (ago: number): string => {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 1)).toISOString().slice(0, 7)
}

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("POST /admin/orders/:id/affiliate", () => {
      let admin: Admin
      let programId: string
      let shopperId: string
      let anna: { id: string; code: string }
      let otto: { id: string; code: string }

      beforeEach(async () => {
        admin = await createAdmin(api, getContainer())
        programId = (await postProgram(admin)).id
        await sql(getContainer(), `UPDATE affiliate_program SET created_at = '2020-01-01'`)
        const [first, second, shopper] = await getContainer()
          .resolve(Modules.CUSTOMER)
          .createCustomers([
            { email: "anna@example.com", first_name: "Anna", last_name: "Bell" },
            { email: "otto@example.com" },
            { email: "shopper@example.com", has_account: true },
          ])
        shopperId = shopper!.id
        anna = await postAffiliate(admin, programId, first!.id)
        otto = await postAffiliate(admin, programId, second!.id)
        await createReferral(getContainer(), { id: anna.id, program_id: programId }, "shopper@example.com")
      })

      const record = (orderId: string) => affiliateModule(getContainer()).orders.record([orderId], new Date())
      const placed = async (wish: OrderWish = {}, at?: string): Promise<string> => {
        const id = await createOrder(getContainer(), wish)
        if (at) await moveOrder(getContainer(), id, new Date(at))
        await record(id)
        return id
      }
      const give = (orderId: string, affiliate_id: string | null, reason = "Anna agrees") =>
        admin.post(`/admin/orders/${orderId}/affiliate`, { affiliate_id, reason })
      const close = (period: string) => admin.post(`/admin/affiliate-periods/${period}/close`)
      const explain = async (orderId: string): Promise<Answer["data"]> => (await admin.get(`/admin/orders/${orderId}/affiliate`)).data
      const earned = async (orderId: string) =>
        (await explain(orderId)).commissions.map((row: Record<string, string>) => [
          row.affiliate_id === anna.id ? "anna" : "otto",
          row.amount,
          row.period,
          row.corrects_period,
        ])

      it("takes an order of an open month from one affiliate and gives it to another, with author and reason", async () => {
        const id = await placed()
        const answer = await give(id, otto.id, "  Anna agrees ")

        expect(answer).toMatchObject({
          status: 200,
          data: {
            outcome: "attributed",
            reason: "manual",
            source: "manual",
            program_id: programId,
            affiliate: { id: otto.id, name: null },
            rate_percent: "10",
            rate_source: "program",
            commission_basis: "placed",
            include_tax: false,
            include_shipping: false,
            evidence: [{ type: "referral", affiliate_id: anna.id, affiliate_name: "Anna Bell", verdict: "overruled" }],
            decisions: [
              { reason: "existing_referral", affiliate: { id: anna.id }, created_by: null, note: null, superseded_at: expect.any(String) },
              {
                reason: "manual",
                affiliate: { id: otto.id },
                created_by: admin.id,
                created_by_name: "admin@shop.example.com",
                note: "Anna agrees",
                superseded_at: null,
              },
            ],
            commissions: [
              { affiliate_id: anna.id, kind: "order", expense_amount: "100.00", amount: "10.00" },
              { affiliate_id: anna.id, kind: "reassign", expense_amount: "-100.00", amount: "-10.00" },
              { affiliate_id: otto.id, kind: "reassign", expense_amount: "100.00", amount: "10.00" },
            ],
          },
        })
        expect(answer.data).toEqual(await explain(id))
        const standing = answer.data.decisions[1].id
        expect(answer.data.commissions.slice(1)).toMatchObject([
          { cause_type: "attribution", cause_id: standing },
          { cause_type: "attribution", cause_id: standing },
        ])
        const [before, after] = answer.data.decisions
        expect(after.decided_at >= before.decided_at).toBe(true)
        expect(await earned(id)).toEqual([
          ["anna", "10.00", month(0), null],
          ["anna", "-10.00", month(0), null],
          ["otto", "10.00", month(0), null],
        ])
      })

      it("corrects a closed month in the open one, for both affiliates", async () => {
        const id = await placed({ unit_price: 33.33 }, `${month(1)}-10T12:00:00Z`)
        await close(month(1))
        await give(id, otto.id)
        expect(await earned(id)).toEqual([
          ["anna", "3.33", month(1), null],
          ["anna", "-3.33", month(0), month(1)],
          ["otto", "3.33", month(0), month(1)],
        ])
        const { data } = await admin.get(`/admin/affiliate-periods/${month(0)}`)
        expect(data.affiliate_period.lines.map(({ affiliate_id, amount }: Record<string, string>) => [affiliate_id, amount])).toEqual(
          [
            [anna.id, "-3.33"],
            [otto.id, "3.33"],
          ].sort()
        )
      })

      it("gives an order to nobody and back, and the rows net exactly", async () => {
        const id = await placed({ unit_price: 0.77, quantity: 3 })
        expect((await give(id, null, "Fraud?")).data).toMatchObject({
          outcome: "none",
          reason: "manual",
          affiliate: null,
          rate_percent: null,
        })
        expect(await earned(id)).toEqual([
          ["anna", "0.23", month(0), null],
          ["anna", "-0.23", month(0), null],
        ])
        expect((await give(id, anna.id, "No fraud")).data.decisions).toMatchObject([
          { reason: "existing_referral" },
          { outcome: "none", affiliate: null, note: "Fraud?" },
          { affiliate: { id: anna.id }, note: "No fraud" },
        ])
        expect(await earned(id)).toEqual([
          ["anna", "0.23", month(0), null],
          ["anna", "-0.23", month(0), null],
          ["anna", "0.23", month(0), null],
        ])
        expect((await explain(id)).commissions).toMatchObject([{ kind: "order" }, { kind: "reassign" }, { kind: "reassign" }])
      })

      it("changes nothing when the order already is that affiliate's, or nobody's", async () => {
        const id = await placed()
        const before = await explain(id)
        expect((await give(id, anna.id)).data).toEqual(before)
        await give(id, otto.id)
        const given = await explain(id)
        expect((await give(id, otto.id, "Again")).data).toEqual(given)

        const nobodys = await placed({ email: "x@example.com" })
        expect((await give(nobodys, null)).data).toMatchObject({ reason: "no_evidence", decisions: [{ created_by: null }] })
      })

      it("an order that was never recorded is decided by the rules, and then given away", async () => {
        const id = await createOrder(getContainer())
        expect((await give(id, otto.id)).data).toMatchObject({
          affiliate: { id: otto.id },
          evidence: [{ affiliate_id: anna.id, verdict: "overruled" }],
          decisions: [{ affiliate: { id: anna.id } }, { affiliate: { id: otto.id } }],
        })
        expect(await earned(id)).toEqual([["otto", "10.00", month(0), null]])
        await record(id)
        expect(await earned(id)).toHaveLength(1)

        const earlier = await createOrder(getContainer(), { customer_id: shopperId })
        const later = await createOrder(getContainer(), { customer_id: shopperId })
        await give(later, anna.id)
        expect(await earned(later)).toEqual([["anna", "10.00", month(0), null]])
        expect(await earned(earlier)).toEqual([["anna", "10.00", month(0), null]])
      })

      it("is not held up by an earlier order that cannot be recorded, says why its own cannot, and ends its quarantine", async () => {
        const bad = await createOrder(getContainer(), { customer_id: shopperId })
        const currency = (code: string) => sql(getContainer(), `UPDATE "order" SET currency_code = ? WHERE id = ?`, [code, bad])
        await currency("zzz")
        const id = await createOrder(getContainer(), { customer_id: shopperId })
        expect((await give(id, otto.id)).status).toBe(200)
        expect(await earned(id)).toEqual([["otto", "10.00", month(0), null]])
        expect(await explain(bad)).toMatchObject({ quarantine: { error: "'zzz' is no currency of this store" }, commissions: [] })

        expect(await give(bad, otto.id)).toMatchObject({
          status: 400,
          data: { message: "order_id: the order cannot be recorded: 'zzz' is no currency of this store" },
        })
        expect(await explain(bad)).toMatchObject({ affiliate: { id: anna.id }, decisions: [{ reason: "existing_referral" }] })
        await currency("eur")
        expect((await give(bad, otto.id)).data).toMatchObject({ quarantine: null, commissions: [{ amount: "10.00" }] })
      })

      it("earns at the new affiliate's rate of the moment the order was placed, in the currency's digits", async () => {
        const early = await placed()
        await admin.post(`/admin/affiliates/${otto.id}`, { commission_percent: "12.5" })
        const id = await placed({ unit_price: 999, currency_code: "jpy" })
        await admin.post(`/admin/affiliates/${otto.id}`, { commission_percent: 50 })
        const before = new Date()
        const { data } = await give(id, otto.id)
        expect(data).toMatchObject({
          rate_percent: "12.5",
          rate_source: "affiliate",
          decisions: [
            { rate_percent: "10", rate_source: "program" },
            { rate_percent: "12.5", rate_source: "affiliate" },
          ],
        })
        expect(new Date(data.rate_since) < new Date(data.placed_at)).toBe(true)
        expect(new Date(data.rate_until) > new Date(data.placed_at) && new Date(data.rate_until) <= before).toBe(true)
        expect(await earned(id)).toEqual([
          ["anna", "100", month(0), null],
          ["anna", "-100", month(0), null],
          ["otto", "125", month(0), null],
        ])
        expect((await give(early, otto.id)).data).toMatchObject({ rate_percent: "10", rate_source: "program", rate_since: null })

        await admin.post(`/admin/affiliates/${anna.id}`, { commission_percent: 15 })
        expect(await explain(await placed())).toMatchObject({ reason: "existing_referral", rate_percent: "15", rate_source: "affiliate" })
      })

      it("counts by the new program's settings", async () => {
        const press = await postProgram(admin, { name: "Press", commission_percent: 20, include_tax: true, commission_basis: "captured" })
        const [editor] = await getContainer()
          .resolve(Modules.CUSTOMER)
          .createCustomers([{ email: "editor@example.com" }])
        const other = await postAffiliate(admin, press.id, editor!.id)
        await admin.post(`/admin/affiliate-programs/${press.id}`, { status: "paused" })
        const id = await placed()
        expect((await give(id, other.id)).data).toMatchObject({
          program_id: press.id,
          program_name: "Press",
          rate_percent: "20",
          commission_basis: "captured",
          include_tax: true,
          commissions: [{ amount: "10.00" }, { amount: "-10.00" }],
        })
      })

      it("stands when the customer's referral is changed; other orders follow, with author and reason", async () => {
        const byHand = await placed()
        const nobodys = await placed()
        const byRule = await placed()
        await give(byHand, otto.id)
        await give(byHand, anna.id, "After all")
        await give(nobodys, null)
        await admin.post(`/admin/customers/${shopperId}/affiliate-referrer`, { affiliate_id: otto.id, reason: "Sales says so" })

        expect(await explain(byHand)).toMatchObject({ affiliate: { id: anna.id }, reason: "manual" })
        expect(await explain(nobodys)).toMatchObject({ affiliate: null, reason: "manual" })
        expect(await explain(byRule)).toMatchObject({
          affiliate: { id: otto.id },
          reason: "existing_referral",
          decisions: [
            { affiliate: { id: anna.id }, created_by: null },
            { affiliate: { id: otto.id }, created_by: admin.id, note: "Sales says so" },
          ],
        })
        // Given by a change of referral is not given by hand: the next change takes it along.
        await admin.post(`/admin/customers/${shopperId}/affiliate-referrer`, { affiliate_id: anna.id, reason: "Back" })
        expect(await explain(byRule)).toMatchObject({ affiliate: { id: anna.id }, reason: "existing_referral" })
        expect(await explain(byHand)).toMatchObject({ affiliate: { id: anna.id }, reason: "manual" })
      })

      it("counts an order given to the customer's own referrer among the referral's orders", async () => {
        const id = await placed()
        await give(id, null)
        await give(id, anna.id)
        const [own] = (await affiliateModule(getContainer()).referrals.listOwn(anna.id, { limit: 10, offset: 0 })).rows
        expect(own).toMatchObject({ order_count: 1, expenses: [{ expense_amount: "100.00", commission_amount: "10.00" }] })
      })

      it("refuses what makes no sense, says why, and writes nothing", async () => {
        const id = await placed()
        const before = await explain(id)
        const refused = async (order: string, body: object, status: number, named: string) =>
          expect(await admin.post(`/admin/orders/${order}/affiliate`, body)).toMatchObject({
            status,
            data: { message: expect.stringContaining(named) },
          })
        await refused(id, { affiliate_id: otto.id }, 400, "reason")
        await refused(id, { affiliate_id: otto.id, reason: "  " }, 400, "reason")
        await refused(id, { reason: "a" }, 400, "affiliate_id")
        await refused(id, { affiliate_id: "aff_x", reason: "a" }, 404, "affiliate_id")
        await refused("order_x", { affiliate_id: otto.id, reason: "a" }, 404, "order_x")

        const own = await postAffiliate(admin, programId, shopperId)
        await refused(id, { affiliate_id: own.id, reason: "a" }, 400, "affiliate_id: affiliates cannot refer themselves")
        await admin.post(`/admin/affiliates/${otto.id}`, { status: "suspended" })
        await refused(id, { affiliate_id: otto.id, reason: "a" }, 400, "affiliate_id: the affiliate is suspended")
        await admin.post(`/admin/affiliates/${otto.id}`, { status: "active" })
        await admin.post(`/admin/affiliate-programs/${programId}`, { status: "archived" })
        await refused(id, { affiliate_id: otto.id, reason: "a" }, 400, "affiliate_id: the affiliate's program is archived")
        await admin.post(`/admin/affiliate-programs/${programId}`, { status: "active" })

        const draft = await createOrder(getContainer(), { email: "draft@example.com" })
        await sql(getContainer(), `UPDATE "order" SET is_draft_order = true, status = 'draft' WHERE id = ?`, [draft])
        await refused(draft, { affiliate_id: otto.id, reason: "a" }, 400, "order_id: a draft order")
        const service = affiliateModule(getContainer())
        const change = { order_id: id, affiliate_id: otto.id, created_by: "user_1", now: new Date() }
        await expect(service.orders.reassign({ ...change, reason: " " })).rejects.toMatchObject({ field: "reason" })

        const stranger = await caller(api).post(`/admin/orders/${id}/affiliate`, { affiliate_id: otto.id, reason: "a" })
        expect(stranger.status).toBe(401)
        expect(await explain(id)).toEqual(before)
      })
    })
  },
})
