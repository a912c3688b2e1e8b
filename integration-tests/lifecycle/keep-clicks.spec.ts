import { medusaIntegrationTestRunner } from "@medusajs/test-utils"

import keepClicks from "../../src/jobs/keep-clicks"
import { affiliateModule, createAffiliate, createProgram } from "../helpers/affiliate"
import { sql } from "../helpers/sql"
import { STORE } from "../helpers/store"

jest.setTimeout(120_000)

medusaIntegrationTestRunner({
  ...STORE,
  testSuite: ({ getContainer }) => {
    const options = () => affiliateModule(getContainer()).options
    afterEach(() => {
      options().click_retention_months = 0
    })

    it("the hourly job moves clicks into their months, and drops those that the store no longer keeps", async () => {
      const program_id = await createProgram(getContainer())
      const { id } = await createAffiliate(getContainer(), program_id)
      await sql(
        getContainer(),
        `INSERT INTO affiliate_click (id, program_id, affiliate_id, landing_url, occurred_at)
         SELECT 'affclk_' || at, ?, ?, 'https://shop.example.com/', at FROM unnest(ARRAY[timestamptz '2016-04-01', '2016-05-31', now()]) at`,
        [program_id, id]
      )
      const kept = () => sql(getContainer(), `SELECT count(*)::int AS clicks FROM affiliate_click`)
      const moved = () => sql(getContainer(), `SELECT count(*)::int AS clicks FROM affiliate_click_2016_05`)
      await keepClicks(getContainer())
      expect([await kept(), await moved()]).toEqual([[{ clicks: 3 }], [{ clicks: 1 }]])

      options().click_retention_months = 1
      await keepClicks(getContainer())
      await keepClicks(getContainer())
      expect(await kept()).toEqual([{ clicks: 1 }])
      const { buckets } = await affiliateModule(getContainer()).statistics.list(
        {},
        { from: "2016-01-01", to: "2016-12-31", interval: "month" }
      )
      expect(buckets.flatMap(({ clicks }) => (clicks > 0 ? [clicks] : []))).toEqual([1, 1])
      const report = await affiliateModule(getContainer()).doctor.run()
      expect(report.invariants.find(({ id: invariant }) => invariant === "click_totals")).toMatchObject({ ok: true })
    })
  },
})
