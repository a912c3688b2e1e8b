import { CLICK_GROUPS } from "../../../../domain/clicks/click-group"
import { rows } from "../../database/connection"
import { insert } from "../../__tests__/rows"
import { moduleSuite } from "../../__tests__/suite"
import type { ClickFilters } from "../list-clicks"

const ANY_OUTCOME = ["none", "registered", "ordered"]
const HOUR = 3_600_000
const START = new Date("2026-04-01T00:00:00Z").getTime()

/** Bounds that begin and end days in neither zone, one of them, or within one day. */
const RANGES = [
  [0, 10 * 24],
  [22, 22 + 3 * 24],
  [7, 7 + 24],
  [5.5, 6],
  [30, 100],
].map(([from, to]) => ({ gte: new Date(START + from! * HOUR), lt: new Date(START + to! * HOUR) }))

moduleSuite(({ service, sql }) => {
  beforeEach(async () => {
    await insert(
      sql(),
      "affiliate_program",
      { id: "affprog_1", timezone: "Europe/Berlin" },
      { id: "affprog_2", timezone: "America/Los_Angeles" }
    )
    await insert(sql(), "affiliate", { id: "aff_1", code: "anna" }, { id: "aff_2", code: "otto", program_id: "affprog_2" })
    await rows(
      sql(),
      `INSERT INTO affiliate_click (id, program_id, affiliate_id, landing_url, referrer, occurred_at)
       SELECT 'affclk_' || n, 'affprog_' || 1 + n % 2, 'aff_' || 1 + n % 2, 'https://shop.example.com/' || n % 7,
              CASE WHEN n % 5 > 0 THEN 'https://blog.example.com/' || n % 3 END, timestamptz '2026-04-01' + n * interval '37 minutes'
       FROM generate_series(0, 500) n`
    )
    await rows(
      sql(),
      `INSERT INTO affiliate_referral (id, program_id, affiliate_id, email, source, source_id, clicked_at, started_at)
       SELECT 'affref_' || n, click.program_id, click.affiliate_id, n || '@example.com', 'link', click.id, click.occurred_at, now()
       FROM generate_series(0, 500, 4) n JOIN affiliate_click click ON click.id = 'affclk_' || n - n % 3`
    )
    await rows(
      sql(),
      `INSERT INTO affiliate_attribution (id, order_id, outcome, reason, source, evidence, placed_at, program_id, affiliate_id, referral_id)
       SELECT 'affattr_' || n, 'order_' || n, 'attributed', 'last_click', 'link', '[]', now(), 'affprog_1', 'aff_1', 'affref_' || n
       FROM generate_series(0, 500, 8) n`
    )
  })

  it.each(CLICK_GROUPS)("groups by %s are the same by totals as one by one", async (by) => {
    for (const occurred_at of RANGES)
      for (const program_id of [undefined, ["affprog_2"]])
        for (const page of [
          { limit: 100, offset: 0 },
          { limit: 2, offset: 1 },
        ]) {
          const filters: ClickFilters = { occurred_at, program_id }
          const oneByOne = await service.clicks.group(by, { ...filters, outcome: ANY_OUTCOME }, page)
          expect([filters, page, await service.clicks.group(by, filters, page)]).toEqual([filters, page, oneByOne])
          if (page.offset === 0) expect(oneByOne.rows.reduce((sum, { clicks }) => sum + clicks, 0)).toBeGreaterThan(0)
        }
  })
})
