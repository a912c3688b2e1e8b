import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import { affiliateModule, createReferral } from "../../helpers/affiliate"
import { createAdmin, type Admin } from "../../helpers/http"
import { STORY_NOW, writeLedgerStory, type LedgerStory } from "../../helpers/ledger-story"
import { STORE } from "../../helpers/store"
import { sql } from "../../helpers/sql"
import { checkList, expectUnknown, type WireList } from "../../helpers/wire-list"

const CURRENCY = "currency_code"

/** Every list of the Admin API, as docs/reference/api/admin.md has it. */
const LISTS: Record<string, WireList> = {
  "affiliate-programs": {
    key: "affiliate_programs",
    choices: { status: ["active", "paused", "archived"] },
    texts: ["id", "handle"],
    times: ["created_at", "updated_at"],
    numbers: ["number"],
    orders: ["number", "name", "handle", "status", "created_at", "updated_at"],
  },
  "affiliate-programs/:program/agreements": {
    key: "agreements",
    times: ["created_at"],
    numbers: ["version"],
    orders: ["version", "created_at"],
  },
  affiliates: {
    key: "affiliates",
    choices: { status: ["pending", "active", "suspended", "rejected"] },
    texts: ["id", "program_id", "customer_id", "code", "group_id"],
    times: ["created_at", "updated_at"],
    numbers: ["number"],
    orders: ["name", "number", "code", "status", "created_at", "updated_at"],
    ranged_orders: ["clicks", "orders", "expense_amount", "commission_amount", "available"],
  },
  "affiliates/:affiliate/notes": { key: "notes", times: ["created_at"], orders: ["created_at"] },
  "affiliate-groups": {
    key: "affiliate_groups",
    texts: ["id", "affiliate_id"],
    times: ["created_at", "updated_at"],
    orders: ["name", "created_at", "updated_at"],
  },
  "affiliate-invitations": {
    key: "affiliate_invitations",
    choices: { status: ["open", "expired", "accepted", "withdrawn"] },
    texts: ["id", "program_id"],
    times: ["created_at", "expires_at"],
    orders: ["created_at", "expires_at", "email"],
  },
  "affiliates/:affiliate/statements": {
    key: "statements",
    choices: { status: ["open", "closed"] },
    texts: [CURRENCY],
    times: ["issued_at"],
    months: ["period"],
    orders: ["period", "issued_at"],
  },
  "affiliate-agreement-acceptances": {
    key: "affiliate_agreement_acceptances",
    choices: { status: ["accepted", "withdrawn"] },
    texts: ["program_id", "affiliate_id"],
    times: ["accepted_at", "withdrawn_at"],
    numbers: ["version"],
    orders: ["accepted_at", "withdrawn_at", "version"],
  },
  "affiliate-referrals": {
    key: "affiliate_referrals",
    choices: { source: ["link", "promo_code", "manual"] },
    texts: ["id", "program_id", "affiliate_id", "customer_id"],
    times: ["started_at", "ended_at", "created_at"],
    orders: ["started_at", "ended_at", "created_at", "email"],
  },
  "affiliate-commissions": {
    key: "affiliate_commissions",
    choices: {
      kind: ["order", "edit", "return", "refund", "cancel", "claim", "exchange", "reassign"],
      status: ["pending", "credited", "withheld"],
      source: ["link", "promo_code", "manual"],
    },
    texts: ["id", "affiliate_id", "program_id", "order_id", CURRENCY],
    times: ["occurred_at"],
    amounts: ["amount"],
    months: ["period"],
    orders: ["occurred_at", "period", "created_at"],
  },
  "affiliate-clicks": {
    key: "affiliate_clicks",
    choices: { outcome: ["none", "registered", "ordered"] },
    texts: ["id", "program_id", "affiliate_id", "page", "referrer", "sub", "utm_source", "utm_medium", "utm_campaign"],
    times: ["occurred_at"],
    orders: ["occurred_at"],
  },
  "affiliate-clicks/ignored": {
    key: "ignored_clicks",
    choices: {
      reason: [
        "no_page",
        "bad_page",
        "off_site",
        "no_code",
        "unknown_program",
        "unknown_code",
        "bot",
        "prefetch",
        "overloaded",
        "unavailable",
      ],
    },
    days: ["day"],
    orders: ["day", "count"],
  },
  "affiliate-ledger": {
    key: "affiliate_ledger_entries",
    choices: { source_type: ["period_line", "adjustment", "payout", "payout_reversal"] },
    texts: ["affiliate_id", "program_id", CURRENCY],
    times: ["occurred_at", "available_at"],
    amounts: ["amount"],
    months: ["period"],
    orders: ["occurred_at", "available_at", "period", "id"],
  },
  "affiliate-periods": {
    key: "affiliate_periods",
    choices: { status: ["open", "closed"] },
    texts: ["program_id"],
    times: ["starts_at", "ends_at", "closed_at"],
    months: ["period"],
    orders: ["period", "starts_at", "ends_at", "closed_at"],
  },
  "affiliate-payouts": {
    key: "affiliate_payouts",
    choices: { status: ["processing", "paid", "failed", "canceled"] },
    texts: ["id", "pay_run_id", "program_id", "affiliate_id", "method", CURRENCY],
    times: ["created_at", "sent_at", "ended_at"],
    numbers: ["number"],
    amounts: ["amount"],
    orders: ["number", "created_at", "sent_at", "ended_at"],
  },
  "affiliate-pay-runs": {
    key: "affiliate_pay_runs",
    texts: ["id", "program_id"],
    times: ["created_at"],
    numbers: ["number"],
    orders: ["number", "created_at"],
  },
  "affiliate-payout-methods": { key: "affiliate_payout_methods" },
}

/** Every other route that reads: it takes no unknown parameter either. */
const READS = [
  "affiliate-programs/:program",
  "affiliate-programs/:program/commission-rules",
  "affiliate-programs/:program/commission-rules/affrule_x",
  "affiliates/batch/export",
  "affiliate-groups/affgroup_x",
  "affiliates/:affiliate/history",
  "affiliates/:affiliate",
  "affiliates/:affiliate/agreement",
  "affiliates/:affiliate/billing-details",
  "affiliates/:affiliate/payout-method",
  "affiliates/:affiliate/statements/2016-04",
  "affiliates/:affiliate/statements/2016-04.csv",
  "affiliate-periods/2016-04",
  "affiliate-periods/2016-04/statements",
  "affiliate-pay-runs/affrun_x",
  "affiliate-commissions/totals",
  "affiliate-commissions/export",
  "affiliate-clicks/groups?by=day",
  "affiliate-clicks/export",
  "affiliate-referrals/export",
  "affiliate-payouts/preview",
  "affiliate-payouts/export",
  "affiliate-payouts/:payout",
  "affiliate-statistics",
  "affiliate-statistics/overview",
  "affiliate-statistics/tops",
  "affiliate-tasks",
  "affiliate-setup",
  "affiliate-doctor",
  "affiliate-notification-provider",
  "affiliate-programs/:program/notifications/invitation",
  "customers/cus_x/affiliate-referrer",
  "orders/:order/affiliate",
]

const WRITES = [
  "affiliate-programs",
  "affiliate-programs/:program",
  "affiliate-programs/:program/commission-rules",
  "affiliate-programs/:program/commission-rules/affrule_x",
  "affiliate-programs/:program/commission-rules/order",
  "affiliate-programs/:program/commission-rules/try",
  "affiliates",
  "affiliates/:affiliate",
  "affiliates/batch/update",
  "affiliates/:affiliate/notes",
  "affiliate-invitations",
  "affiliate-programs/:program/notifications/invitation/send",
  "affiliate-groups",
  "affiliate-groups/affgroup_x",
  "affiliate-groups/affgroup_x/affiliates",
  "affiliate-invitations/affinv_x/resend",
  "affiliate-invitations/affinv_x/withdraw",
  "affiliates/:affiliate/adjustments",
  "affiliates/:affiliate/billing-details",
  "affiliates/:affiliate/payout-method",
  "affiliate-periods/2016-06/close",
  "affiliate-periods/2016-06/statements",
  "affiliate-periods/2016-06/replay",
  "affiliate-payouts",
  "affiliate-payouts/settle",
  "affiliate-payouts/:payout/settle",
  "affiliate-payouts/:payout/fail",
  "affiliate-payouts/:payout/cancel",
  "affiliate-payouts/:payout/check",
  "customers/cus_x/affiliate-referrer",
  "orders/:order/affiliate",
]

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ api, getContainer }) => {
    describe("the Admin API", () => {
      let admin: Admin
      let story: LedgerStory

      beforeEach(async () => {
        admin = await createAdmin(api, getContainer())
        story = await writeLedgerStory(getContainer())
        const { program_id, anna: affiliate_id } = story
        const ended = await createReferral(getContainer(), { id: affiliate_id, program_id }, "b@example.com", new Date("2016-04-02"))
        await sql(getContainer(), `UPDATE affiliate_referral SET ended_at = '2016-05-02T10:00:00.123Z' WHERE id = ?`, [ended])
        // PostgreSQL keeps microseconds, which answers do not have.
        await sql(getContainer(), `UPDATE affiliate_referral SET created_at = '2016-05-02T10:00:00.123456Z' WHERE id = ?`, [ended])

        const { agreements, clicks, payouts, statements } = affiliateModule(getContainer())
        const [{ code } = { code: "" }] = await sql<{ code: string }>(getContainer(), `SELECT code FROM affiliate`)
        for (const day of ["02", "03"]) {
          const at = new Date(`2016-06-${day}T10:00:00.123Z`)
          await clicks.capture({ page: `https://shop.example.com/${day}?ref=${code}`, referrer: "https://blog.example.net/" }, at)
          await clicks.capture({ page: "https://shop.example.com/" }, at)
        }
        await payouts.create({ program_id, created_by: "user_1", now: STORY_NOW })
        await sql(getContainer(), `UPDATE affiliate_payout SET sent_at = '2016-06-15T12:00:00.5009Z' WHERE status = 'processing'`)
        for (const agreement_text of ["Be fair.", "Be fair, please."]) {
          await admin.post(`/admin/affiliate-programs/${program_id}`, { agreement_text })
        }
        for (const text of ["Met at the fair", "Writes well"]) await admin.post(`/admin/affiliates/${affiliate_id}/notes`, { text })
        for (const name of ["Press", "VIP"]) {
          const { data } = await admin.post("/admin/affiliate-groups", { name })
          await admin.post(`/admin/affiliate-groups/${data.affiliate_group.id}/affiliates`, { add: [affiliate_id] })
        }
        for (const email of ["pia@example.com", "quinn@example.com"]) {
          await admin.post("/admin/affiliate-invitations", { program_id, invitations: [{ email }] })
        }
        await agreements.accept({ affiliate_id, version: 2, accepted_by: "cus_1", now: new Date("2016-06-01T10:00:00Z") })
        await agreements.withdraw({ affiliate_id, withdrawn_by: "cus_1", now: new Date("2016-06-02T10:00:00Z") })
        await agreements.accept({ affiliate_id, version: 2, accepted_by: "cus_1", now: new Date("2016-06-03T10:00:00Z") })
        await statements.issue({ affiliate_id, period: "2016-04", currency_code: "eur", now: new Date("2016-06-03T10:00:00Z") })
      })

      const pathOf = (route: string): string =>
        `/admin/${route
          .replace(":program", story.program_id)
          .replace(":affiliate", story.anna)
          .replace(":payout", story.paid)
          .replace(":order", story.june)}`

      it("filters, orders and pages every list, and refuses what a list does not take", async () => {
        for (const [route, list] of Object.entries(LISTS)) await checkList(admin, pathOf(route), list)
      })

      it("filters by what a list shows only where it is named", async () => {
        const count = async (query: string) => (await admin.get(`/admin/affiliate-commissions?${query}`)).data.count
        const all = await count("")
        expect(all).toBeGreaterThan(0)
        expect([await count("created_at[gte]=2016-01-01"), await count("created_at[lt]=2016-01-01")]).toEqual([all, 0])
        const entries = async (account: string): Promise<number> =>
          (await admin.get(`/admin/affiliate-ledger?account=${account}`)).data.count
        expect(await entries("affiliate,payout")).toBe((await entries("affiliate")) + (await entries("payout")))

        // Express makes no array of more than twenty values.
        const ids = Array.from({ length: 99 }, (_, i) => `id[]=affpay_${i}`)
        expect((await admin.get(`/admin/affiliate-payouts?${ids.join("&")}&id[]=${story.paid}`)).data).toMatchObject({ count: 1 })
        const { status, data } = await admin.get(`/admin/affiliate-payouts?${ids.join("&")}&id=a,b`)
        expect([status, data.message]).toEqual([400, "id: must be at most 100 values"])
      })

      it("answers one thing under the noun of its route, and cut to its fields", async () => {
        const keys = async (path: string) => Object.keys((await admin.get(pathOf(path))).data as object)
        expect(await keys("affiliate-payouts/:payout")).toEqual(["affiliate_payout"])
        expect(await keys("affiliate-programs/:program")).toEqual(["affiliate_program"])
        expect(await keys("affiliate-periods/2016-04")).toEqual(["affiliate_period"])
        expect(await keys("affiliates/:affiliate")).toEqual(["affiliate"])
        expect(await keys("affiliates/:affiliate/agreement")).toEqual(["agreement"])
        expect(await keys("affiliates/:affiliate/statements/2016-04")).toEqual(["statements"])
        expect((await keys("affiliate-statistics")).sort()).toEqual(["affiliate_statistics", "from", "interval", "timezone", "to"])
        expect((await keys("affiliate-statistics/overview")).sort()).toEqual(["from", "interval", "overview", "timezone", "to"])
        expect((await keys("affiliate-statistics/tops")).sort()).toEqual(["from", "timezone", "to", "tops"])
        expect(await keys("affiliate-tasks")).toEqual(["affiliate_tasks"])
        expect(await keys("affiliate-setup")).toEqual(["affiliate_setup"])
        expect((await keys(`affiliate-payouts/preview?program_id=${story.program_id}`)).sort()).toEqual(
          ["affiliate_payouts", "fingerprint", "skipped", "totals"].sort()
        )
        const { data } = await admin.get(pathOf("affiliate-periods/2016-04?fields=period,lines.amount"))
        expect(data.affiliate_period).toEqual({
          id: expect.any(String),
          period: "2016-04",
          lines: expect.arrayContaining([{ amount: "10.00" }]),
        })
      })

      it("refuses unknown parameters and fields of every other route, by name", async () => {
        for (const route of READS) {
          expectUnknown(route, await admin.get(pathOf(`${route}${route.includes("?") ? "&" : "?"}nonsense=1`)))
        }
        for (const route of WRITES) {
          expectUnknown(route, await admin.post(pathOf(`${route}?nonsense=1`)))
          expectUnknown(route, await admin.post(pathOf(route), { nonsense: 1 }))
        }
      })
    })
  },
})
