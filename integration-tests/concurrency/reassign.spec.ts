import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule, createAffiliate, createProgram, createReferral, type TestAffiliate } from "../helpers/affiliate"
import { createOrder } from "../helpers/many-orders"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    let affiliates: TestAffiliate[]
    beforeEach(async () => {
      const program_id = await createProgram(getContainer())
      affiliates = []
      for (let n = 0; n < 4; n++) affiliates.push(await createAffiliate(getContainer(), program_id))
      await createReferral(getContainer(), { id: affiliates[0]!.id, program_id }, "shopper@example.com")
    })

    const give = (order_id: string, affiliate_id: string | null, reason: string) =>
      affiliateModule(getContainer()).orders.reassign({ order_id, affiliate_id, reason, created_by: "user_1", now: new Date() })

    /** The chain of decisions has one end, and the rows pay whoever stands there, and nobody else. */
    const expectOneOwner = async (order_id: string, superseded: number) => {
      const { decisions, affiliate } = (await affiliateModule(getContainer()).orders.explain(order_id))!
      expect(decisions.filter(({ superseded_at }) => superseded_at === null)).toHaveLength(1)
      expect(decisions.filter(({ superseded_at }) => superseded_at !== null)).toHaveLength(superseded)
      const earned = await sql(
        getContainer(),
        `SELECT affiliate_id, sum(amount)::text AS amount FROM affiliate_commission WHERE order_id = ? GROUP BY 1 HAVING sum(amount) <> 0`,
        [order_id]
      )
      expect(earned).toEqual(affiliate ? [{ affiliate_id: affiliate.id, amount: "10.00" }] : [])
      return decisions
    }

    it("gives an order that twelve admins give away at once to one affiliate after the other", async () => {
      const id = await createOrder(getContainer())
      await affiliateModule(getContainer()).orders.record([id], new Date())
      const wishes = Array.from({ length: 12 }, (_, n) => affiliates[1 + (n % 3)]!.id)
      await Promise.all(wishes.map((affiliate_id, n) => give(id, affiliate_id, `admin ${n}`)))
      const decisions = await affiliateModule(getContainer()).listAttributions({ order_id: id })
      await expectOneOwner(id, decisions.length - 1)
    })

    it("lets each of four different wishes come true in turn: none is lost, none is refused", async () => {
      const id = await createOrder(getContainer())
      await affiliateModule(getContainer()).orders.record([id], new Date())
      const wishes = [affiliates[1]!.id, affiliates[2]!.id, affiliates[3]!.id, null]
      await Promise.all(wishes.map((affiliate_id, n) => give(id, affiliate_id, `admin ${n}`)))
      const decisions = await expectOneOwner(id, 4)
      expect(decisions.map(({ note }) => note).sort()).toEqual(["admin 0", "admin 1", "admin 2", "admin 3", null])
    })

    it("one admin's word and the order's own event, at once, leave the order to the admin", async () => {
      const ids = await Promise.all(Array.from({ length: 10 }, () => createOrder(getContainer())))
      const record = (id: string) => affiliateModule(getContainer()).orders.record([id], new Date())
      await Promise.all(ids.flatMap((id) => [record(id), give(id, affiliates[1]!.id, "by hand"), record(id), record(id)]))
      for (const id of ids) {
        const decisions = await expectOneOwner(id, 1)
        expect(decisions.map(({ affiliate }) => affiliate?.id)).toEqual([affiliates[0]!.id, affiliates[1]!.id])
      }
    })

    it("a change of the customer's referral at the same time does not overrule a decision by hand", async () => {
      const ids = await Promise.all(Array.from({ length: 10 }, () => createOrder(getContainer())))
      await affiliateModule(getContainer()).orders.record(ids, new Date())
      const { id: customer_id } = await getContainer().resolve(Modules.CUSTOMER).createCustomers({ email: "shopper@example.com" })
      const referral = (affiliate_id: string) =>
        affiliateModule(getContainer()).referrals.setReferrer({
          customer_id,
          affiliate_id,
          reason: "a referral",
          created_by: "user_2",
          now: new Date(),
        })
      const hands = ids.map((id) => give(id, affiliates[1]!.id, "by hand"))
      await Promise.all([referral(affiliates[2]!.id), ...hands, referral(affiliates[3]!.id)])
      for (const id of ids) {
        const decisions = await affiliateModule(getContainer()).listAttributions({ order_id: id })
        await expectOneOwner(id, decisions.length - 1)
        expect(decisions.find(({ superseded_at }) => !superseded_at)).toMatchObject({ affiliate_id: affiliates[1]!.id, reason: "manual" })
      }
    })
  },
})
