import { rows } from "../../database/connection"
import { CLICK_TOTALS } from "../../doctor/invariants/click-totals"
import { insert } from "../../__tests__/rows"
import { isWaiting, moduleSuite, value } from "../../__tests__/suite"
import type { CapturedClick } from "../capture"
import { droppedOf } from "../dropped"
import { dropOldClicks } from "../months"

const GONE = droppedOf("affiliate_click_total")
const NOW = new Date("2026-11-30T12:00:00Z")

moduleSuite(({ sql, service }) => {
  beforeEach(async () => {
    await insert(sql(), "affiliate_program", { id: "affprog_1", handle: "utc", number: 1, attribution_window_days: 30 })
    await insert(sql(), "affiliate_program", {
      id: "affprog_2",
      handle: "far",
      number: 2,
      attribution_window_days: 30,
      timezone: "Asia/Tokyo",
    })
    await insert(sql(), "affiliate", { id: "aff_1", code: "anna" }, { id: "aff_2", code: "bob", program_id: "affprog_2" })
  })

  let last = 0
  const click = (n: 1 | 2, occurred_at: string) => ({
    ...{ id: `affclk_${String(++last)}`, program_id: `affprog_${n}`, affiliate_id: `aff_${n}`, landing_url: `/${n}` },
    ...{ referrer: last % 2 ? "blog" : null, occurred_at: new Date(occurred_at) },
  })
  const add = (...clicks: ReturnType<typeof click>[]) => sql()("affiliate_click").insert(clicks)
  const lines = async (query: string) => (await rows<{ line: string }>(sql(), query)).map(({ line }) => line)
  const partitions = () =>
    lines(`SELECT replace(relname, 'affiliate_click_', '') AS line FROM pg_inherits JOIN pg_class ON oid = inhrelid
           WHERE inhparent = 'affiliate_click'::regclass ORDER BY 1`)
  /** How many clicks lie in which partition. */
  const clicks = () =>
    lines(
      `SELECT replace(tableoid::regclass::text, 'affiliate_click_', '') || ' ' || count(*) AS line FROM affiliate_click GROUP BY tableoid ORDER BY 1`
    )
  const totals = (column: string) =>
    lines(
      `SELECT concat_ws(' ', program_id, kind, day, value, ${column}) AS line FROM affiliate_click_total WHERE ${column} <> 0 ORDER BY 1`
    )
  const wrong = () => rows<Record<string, string>>(sql(), CLICK_TOTALS)
  /** Takes the months away that the migration has opened, so that the test's own are the only ones. */
  const closeAll = async () => {
    for (const name of await partitions()) if (name !== "default") await sql().raw(`DROP TABLE affiliate_click_${name}`)
  }

  /** On a busy machine a lock of a moment may take longer than these functions wait. */
  const waitForLocks = () =>
    sql().raw(
      `ALTER FUNCTION affiliate_open_click_months SET lock_timeout = '1min'; ALTER FUNCTION affiliate_drop_clicks SET lock_timeout = '1min'`
    )

  describe("opening months", () => {
    it("the migration opens this month and the next two, and a second run has nothing to do", async () => {
      const now = await service.now()
      const month = (ahead: number) =>
        new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead)).toISOString().slice(0, 7).replace("-", "_")
      expect(await partitions()).toEqual([0, 1, 2].map(month).concat("default"))
      expect(await service.clicks.openMonths()).toEqual([])
    })

    it("after a long time without a run, clicks of every month are moved into their own, and no total changes", async () => {
      await closeAll()
      await add(
        click(1, "2026-08-31T23:59:59.999Z"),
        click(2, "2026-09-01T00:00:00Z"),
        click(1, "2026-11-30T11:00:00Z"),
        click(1, "2016-04-01T00:00:00Z")
      )
      const before = await totals("clicks")
      expect(await clicks()).toEqual(["default 4"])

      const opened = ["2016_04", "2026_08", "2026_09", "2026_11", "2026_12", "2027_01"]
      expect(await service.clicks.openMonths(NOW)).toEqual(opened.map((month) => `affiliate_click_${month}`))
      expect(await clicks()).toEqual(["2016_04 1", "2026_08 1", "2026_09 1", "2026_11 1"])
      expect(await totals("clicks")).toEqual(before)
      expect(await wrong()).toEqual([])
      expect(await service.clicks.openMonths(NOW)).toEqual([])

      await add(click(1, "2026-12-31T23:59:59.999Z"), click(1, "2027-02-01T00:00:00Z"))
      expect((await clicks()).slice(-2)).toEqual(["2026_12 1", "default 1"])
    })

    it("of two runs at once one opens the months, and the other leaves", async () => {
      await closeAll()
      await add(click(1, "2026-11-30T11:00:00Z"))
      const one = await sql().transaction()
      await one.raw(`SELECT affiliate_open_click_months(?)`, [NOW])
      expect(await service.clicks.openMonths(NOW)).toEqual([])
      await one.commit()
      const together = await Promise.all([1, 2, 3, 4].map(() => service.clicks.openMonths(new Date("2027-03-01T00:00:00Z"))))
      expect(together.flat().sort()).toEqual(["2027_03", "2027_04", "2027_05"].map((month) => `affiliate_click_${month}`))
      expect(await clicks()).toEqual(["2026_11 1"])
    })

    it("a click that is being stored without a month of its own is moved with the others", async () => {
      await closeAll()
      const writing = await sql().transaction()
      await writing("affiliate_click").insert([click(1, "2026-11-30T11:00:00Z")])
      await expect(service.clicks.openMonths(NOW)).rejects.toThrow(/lock timeout/)

      await waitForLocks()
      const opening = service.clicks.openMonths(NOW)
      expect(await isWaiting(sql())).toBe(true)
      await writing.commit()
      expect(await opening).toHaveLength(3)
      expect(await clicks()).toEqual(["2026_11 1"])
    })

    it("its indexes are those of the table", async () => {
      const indexes = (table: string) =>
        lines(`SELECT regexp_replace(indexdef, '^.* USING ', '') AS line FROM pg_indexes WHERE tablename = '${table}' ORDER BY 1`)
      await service.clicks.openMonths(NOW)
      expect(await indexes("affiliate_click_2026_11")).toEqual([
        "btree (affiliate_id, occurred_at)",
        "btree (id, occurred_at)",
        "btree (occurred_at)",
      ])
      const children = `SELECT count(*)::int FROM pg_inherits WHERE inhrelid = ANY(ARRAY(SELECT indexrelid FROM pg_index WHERE indrelid = 'affiliate_click_2026_11'::regclass))`
      expect(await value(sql(), children)).toBe(3)
    })
  })

  describe("dropping months", () => {
    const YEAR = ["2026-05-31T23:59:59.999Z", "2026-06-01T00:00:00Z", "2026-09-30T20:00:00Z", "2026-11-30T11:00:00Z"]

    it.each<[string, number, number, string[]]>([
      ["all is kept by default", 0, 30, ["2026_05 2", "2026_06 2", "2026_09 2", "2026_11 2"]],
      ["six months", 6, 30, ["2026_05 2", "2026_06 2", "2026_09 2", "2026_11 2"]],
      ["five months: May ended six months ago", 5, 30, ["2026_06 2", "2026_09 2", "2026_11 2"]],
      ["one month, and a window of 30 days", 1, 30, ["2026_09 2", "2026_11 2"]],
      ["one month, and a window of a year in another program", 1, 365, ["2026_05 2", "2026_06 2", "2026_09 2", "2026_11 2"]],
    ])("%s", async (_, months, window, left) => {
      await sql()("affiliate_program").where({ id: "affprog_2" }).update({ attribution_window_days: window })
      await add(...YEAR.flatMap((at) => [click(1, at), click(2, at)]))
      await service.clicks.openMonths(NOW)
      const before = await totals("clicks")
      await dropOldClicks(sql(), months, NOW)
      expect(await clicks()).toEqual(left)
      expect(await totals("clicks")).toEqual(before)
      expect(await wrong()).toEqual([])
      expect(await dropOldClicks(sql(), months, NOW)).toEqual([])
    })

    it("a window that was longer once still keeps the clicks whose tokens it made", async () => {
      await sql()("affiliate_program").where({ id: "affprog_2" }).update({ attribution_window_days: 365 })
      await sql()("affiliate_program").where({ id: "affprog_2" }).update({ attribution_window_days: 1 })
      await add(...YEAR.map((at) => click(1, at)))
      await service.clicks.openMonths(NOW)
      expect(await dropOldClicks(sql(), 1, NOW)).toEqual([])
    })

    it("knows of each day's total how many of its clicks are gone, also where a month's beginning divides a day", async () => {
      await add(...YEAR.flatMap((at) => [click(1, at), click(2, at)]), click(2, "2026-05-31T14:59:59Z"), click(2, "2026-05-31T15:00:00Z"))
      await service.clicks.openMonths(NOW)
      await dropOldClicks(sql(), 5, NOW)
      expect((await totals("dropped")).filter((line) => line.includes(" affiliate "))).toEqual([
        "affprog_1 affiliate 2026-05-31 aff_1 1",
        "affprog_2 affiliate 2026-05-31 aff_2 1",
        // In Tokyo the first of June began at 15:00 UTC.
        "affprog_2 affiliate 2026-06-01 aff_2 2",
      ])
      expect((await totals("clicks")).filter((line) => line.includes("2026-06-01 aff_2"))).toEqual([
        "affprog_2 affiliate 2026-06-01 aff_2 3",
      ])
      expect(await wrong()).toEqual([])
    })

    it("drops what lies in the default partition too", async () => {
      await closeAll()
      await add(...YEAR.map((at) => click(1, at)))
      await dropOldClicks(sql(), 5, NOW)
      expect(await clicks()).toEqual(["default 3"])
      expect(await wrong()).toEqual([])
    })

    it("a recount and a change of the time zone leave the days that are gone alone, and lose no click", async () => {
      await add(...YEAR.flatMap((at) => [click(1, at), click(2, at)]), click(2, "2026-05-31T15:00:00Z"))
      await service.clicks.openMonths(NOW)
      await dropOldClicks(sql(), 5, NOW)
      const [before, gone] = [await totals("clicks"), await totals(GONE)]
      await rows(sql(), `SELECT affiliate_recount_clicks(id) FROM affiliate_program`)
      expect(await totals("clicks")).toEqual(before)

      for (const timezone of ["America/New_York", "Pacific/Kiritimati", "Asia/Tokyo"]) {
        await service.programs.update("affprog_2", { timezone })
        expect([await totals(GONE), await wrong()]).toEqual([gone, []])
        expect(await value(sql(), `SELECT sum(clicks)::int FROM affiliate_click_total WHERE kind = 'affiliate'`)).toBe(9)
      }
      expect(await totals("clicks")).toEqual(before)
      await service.programs.update("affprog_2", { timezone: "America/New_York" })
      expect(await dropOldClicks(sql(), 1, new Date("2027-06-30T00:00:00Z"))).not.toEqual([])
      expect([await totals(GONE), await wrong()]).toEqual([await totals("clicks"), []])
    })

    it("the doctor still names a wrong total of a day that is kept, and of one that is gone in part", async () => {
      await add(...YEAR.flatMap((at) => [click(1, at), click(2, at)]))
      await service.clicks.openMonths(NOW)
      await dropOldClicks(sql(), 5, NOW)
      await sql()("affiliate_click_total").where({ value: "aff_1", day: "2026-11-30" }).update({ clicks: 7 })
      await sql()("affiliate_click_total").where({ value: "aff_2", day: "2026-06-01" }).update({ clicks: 1 })
      expect((await wrong()).map(({ day, value: of, expected, found }) => [day, of, expected, found]).sort()).toEqual([
        ["2026-06-01", "aff_2", "2", "1"],
        ["2026-11-30", "aff_1", "1", "7"],
      ])
    })

    it("gives way to a reader at once, and drops at the next run", async () => {
      await add(...YEAR.map((at) => click(1, at)))
      await service.clicks.openMonths(NOW)
      const reader = await sql().transaction()
      await reader("affiliate_click").count()
      await expect(dropOldClicks(sql(), 5, NOW)).rejects.toThrow(/lock timeout/)
      expect(await totals("dropped")).toEqual([])
      await reader.commit()
      expect(await dropOldClicks(sql(), 5, NOW)).toEqual(["affiliate_click_2026_05"])
    })

    it("waits for no change of a time zone, which counts the clicks that are kept then", async () => {
      await add(...YEAR.map((at) => click(2, at)))
      await service.clicks.openMonths(NOW)
      const change = await sql().transaction()
      await change("affiliate_program").where({ id: "affprog_2" }).update({ timezone: "America/New_York" })
      await expect(dropOldClicks(sql(), 5, NOW)).rejects.toThrow(/lock timeout/)
      await change.commit()
      await dropOldClicks(sql(), 5, NOW)
      expect(await totals("dropped")).toContain("affprog_2 affiliate 2026-05-31 aff_2 1")
      expect(await wrong()).toEqual([])
    })
  })

  it("clicks are stored all the while months are opened and dropped", async () => {
    await waitForLocks()
    const captured: Promise<CapturedClick>[] = []
    const visitors = setInterval(() => captured.push(service.clicks.capture({ page: "https://shop.example.com/?ref=anna" }, NOW)), 1)
    for (let ahead = 0; ahead < 12; ahead++) {
      await service.clicks.openMonths(new Date(Date.UTC(2026, 10 + ahead, 30)))
      await dropOldClicks(sql(), 1, new Date(Date.UTC(2026, ahead, 28)))
    }
    clearInterval(visitors)
    const outcomes = (await Promise.all(captured)).map((outcome) => ("ignored" in outcome ? outcome.ignored : "recorded"))
    expect([outcomes.length > 10, [...new Set(outcomes)]]).toEqual([true, ["recorded"]])
    expect(await clicks()).toEqual([`2026_11 ${String(outcomes.length)}`])
    expect(await wrong()).toEqual([])
  })
})
