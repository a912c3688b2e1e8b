import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule, createReferral } from "../../helpers/affiliate"
import { createCustomer, createPublishableKey, type ShopCustomer } from "../../helpers/http"
import { writeLedgerStory } from "../../helpers/ledger-story"
import { sql } from "../../helpers/sql"
import { STORE } from "../../helpers/store"
import { checkList, expectUnknown, type WireList } from "../../helpers/wire-list"

const CURRENCY = "currency_code"
const ME = "/store/affiliates/me"

/** Every list of the Store API, as docs/reference/api/affiliate-account.md has it. */
const LISTS: Record<string, WireList> = {
  "/store/affiliate-programs": { key: "affiliate_programs" },
  [ME]: {
    key: "affiliates",
    choices: { status: ["pending", "active", "suspended", "rejected"] },
    texts: ["program_id"],
    times: ["created_at"],
    numbers: ["number"],
    orders: ["number", "created_at"],
  },
  [`${ME}/:id/referrals`]: {
    key: "referrals",
    choices: { source: ["link", "promo_code", "manual"], status: ["active", "ended"] },
    times: ["started_at", "registered_at", "ended_at"],
    orders: ["started_at", "registered_at", "ended_at"],
  },
  [`${ME}/:id/commissions`]: {
    key: "commissions",
    choices: { status: ["pending", "credited", "withheld"] },
    texts: [CURRENCY],
    times: ["occurred_at"],
    amounts: ["amount"],
    months: ["period"],
    orders: ["occurred_at", "period"],
  },
  [`${ME}/:id/ledger`]: {
    key: "ledger_entries",
    choices: { source_type: ["period_line", "adjustment", "payout", "payout_reversal"] },
    texts: [CURRENCY],
    times: ["occurred_at", "available_at"],
    amounts: ["amount"],
    months: ["period"],
    orders: ["occurred_at", "available_at", "period"],
  },
  [`${ME}/:id/payouts`]: {
    key: "payouts",
    choices: { status: ["processing", "paid", "failed", "canceled"] },
    texts: [CURRENCY],
    times: ["created_at", "ended_at"],
    numbers: ["number"],
    amounts: ["amount"],
    orders: ["number", "created_at", "ended_at"],
  },
  [`${ME}/:id/statements`]: {
    key: "statements",
    choices: { status: ["open", "closed"] },
    texts: [CURRENCY],
    times: ["issued_at"],
    months: ["period"],
    orders: ["period", "issued_at"],
  },
}

const READS = [
  "clicks",
  "agreement",
  "billing-details",
  "next-payouts",
  "terms",
  "notifications",
  "payout-method",
  "statements/2016-04",
  "statements/2016-04.pdf",
  "statistics",
]
const WRITES = ["agreement", "billing-details", "notifications", "payout-method"]

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("the Store API", () => {
      let anna: ShopCustomer
      let id: string

      beforeEach(async () => {
        anna = await createCustomer(api, await createPublishableKey(getContainer()))
        const story = await writeLedgerStory(getContainer())
        id = story.anna
        await sql(getContainer(), `UPDATE affiliate SET customer_id = ? WHERE id = ?`, [anna.id, id])
        const ended = await createReferral(getContainer(), { id, program_id: story.program_id }, "b@example.com", new Date("2016-04-02"))
        await sql(getContainer(), `UPDATE affiliate_referral SET ended_at = '2016-05-02T10:00:00.123456Z' WHERE id = ?`, [ended])
        const document = { affiliate_id: id, period: "2016-04", currency_code: "eur" }
        await affiliateModule(getContainer()).statements.issue({ ...document, now: new Date("2016-06-03T10:00:00Z") })
      })

      it("filters, orders and pages every list, and refuses what a list does not take", async () => {
        for (const [route, list] of Object.entries(LISTS)) await checkList(anna, route.replace(":id", id), list)
      })

      it("refuses unknown parameters and fields of every other route, by name", async () => {
        for (const route of READS) expectUnknown(route, await anna.get(`${ME}/${id}/${route}?nonsense=1`))
        for (const path of [
          ME,
          "/store/affiliate-clicks",
          "/store/carts/cart_x/affiliate",
          ...WRITES.map((route) => `${ME}/${id}/${route}`),
        ]) {
          expectUnknown(path, await anna.post(`${path}?nonsense=1`))
          expectUnknown(path, await anna.post(path, { nonsense: 1 }))
        }
        expectUnknown("cart", await anna.get("/store/carts/cart_x/affiliate?nonsense=1"))
        expectUnknown("agreement", await anna.delete(`${ME}/${id}/agreement?nonsense=1`))
      })

      it("leaves Medusa's own routes and the counter as they are", async () => {
        expect((await anna.get("/store/customers/me")).status).toBe(200)
        expect((await anna.get("/affiliate/counter?nonsense=1")).status).toBe(200)
      })
    })
  },
})
