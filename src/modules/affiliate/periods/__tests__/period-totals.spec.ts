import { PERIOD_TOTALS_KEPT } from "../../doctor/invariants/period-totals"
import { rows, type Sql } from "../../database/connection"
import { insert } from "../../__tests__/rows"
import { createStoreTables } from "../../__tests__/store-tables"
import { isWaiting, moduleSuite, refusalOf, value } from "../../__tests__/suite"

const TOTALS = `
  SELECT concat_ws(' ', period, corrects_period, affiliate_id, currency_code, sum(expense_amount), sum(amount), sum(commission_count),
                   sum(order_count)) AS line
  FROM affiliate_period_total GROUP BY period, corrects_period, affiliate_id, currency_code ORDER BY 1`

const TIER = { currency_code: "eur", threshold: "100", raise_percent: "50" }

moduleSuite(({ sql, service }) => {
  beforeEach(async () => {
    await insert(sql(), "affiliate_program", { id: "affprog_1", created_at: "2026-01-01" })
    await insert(sql(), "affiliate", { id: "aff_1" }, { id: "aff_2" })
    await insert(sql(), "affiliate_period", { period: "2026-04" })
  })

  const commission = (...overrides: Record<string, unknown>[]) => insert(sql(), "affiliate_commission", ...overrides)
  const lines = async () => (await rows<{ line: string }>(sql(), TOTALS)).map(({ line }) => line)
  const rowCount = () => value<number>(sql(), `SELECT count(*)::int FROM affiliate_period_total`)
  const merge = (on: Sql = sql()) => rows(on, `SELECT affiliate_merge_period_totals()`)
  const wrong = () => rows(sql(), PERIOD_TOTALS_KEPT)
  const order = (order_id: string, sequence = 1) => ({ order_id, sequence })
  const money = (expense_amount: string, amount: string) => ({ expense_amount, amount })

  it("adds up what each statement writes by affiliate, currency, and period that is corrected", async () => {
    await commission(
      { ...order("a"), ...money("100", "10.01") },
      { ...order("b"), ...money("50", "5.02") },
      { ...order("b", 2), ...money("-50", "-5.02") },
      { ...order("c"), ...money("7", "0.70"), affiliate_id: "aff_2" },
      { ...order("d"), ...money("700", "70"), currency_code: "jpy" },
      { ...order("e", 3), ...money("-20", "-2"), corrects_period: "2026-03" }
    )
    await commission({ ...order("a", 2), ...money("1", "0.10") }, { ...order("f"), ...money("3", "0.30") })
    const added = [
      "2026-04 2026-03 aff_1 eur -20 -2 1 1",
      "2026-04 aff_1 eur 104 10.41 5 3",
      "2026-04 aff_1 jpy 700 70 1 1",
      "2026-04 aff_2 eur 7 0.70 1 1",
    ]
    expect(await lines()).toEqual(added)
    expect(await rowCount()).toBe(5)

    await service.periods.mergeTotals()
    expect(await lines()).toEqual(added)
    expect(await rowCount()).toBe(4)
    expect(await wrong()).toEqual([])
  })

  it("an order counts once for each affiliate who had it in the month", async () => {
    await commission({ ...order("a"), ...money("100", "10") })
    await commission({ ...order("a", 2), ...money("-100", "-10") }, { ...order("a", 3), ...money("100", "10"), affiliate_id: "aff_2" })
    await insert(sql(), "affiliate_period", { period: "2026-05" })
    await commission({ ...order("a", 4), ...money("-40", "-4"), affiliate_id: "aff_2", period: "2026-05", corrects_period: "2026-04" })
    await commission({ ...order("a", 5), ...money("-60", "-6"), affiliate_id: "aff_2", period: "2026-05", corrects_period: "2026-04" })
    expect(await lines()).toEqual(["2026-04 aff_1 eur 0 0 2 1", "2026-04 aff_2 eur 100 10 1 1", "2026-05 2026-04 aff_2 eur -100 -10 2 1"])
    expect(await wrong()).toEqual([])
  })

  it("looks for an order's earlier rows by the order, also while PostgreSQL has no statistics of an affiliate with many", async () => {
    await commission(order("a"))
    const scans = await sql().transaction(async (write) => {
      await write.raw(`DELETE FROM pg_statistic WHERE starelid = 'affiliate_commission'::regclass`)
      await write.raw(`
        INSERT INTO affiliate_commission
        SELECT (jsonb_populate_record(commission, jsonb_build_object('id', 'affcom_' || n, 'order_id', 'many_' || n, 'sequence', 2))).*
        FROM affiliate_commission commission, generate_series(1, 2000) n`)
      await write.raw(`SELECT affiliate_recount_period_totals('affprog_1')`)
      return rows<{ by: string; scans: number }>(
        write,
        `SELECT split_part(pg_get_indexdef(indexrelid), '(', 2) AS by, pg_stat_get_xact_numscans(indexrelid)::int AS scans
         FROM pg_index WHERE indrelid = 'affiliate_commission'::regclass`
      )
    })
    expect(scans.filter(({ by }) => by.startsWith("affiliate_id")).map((index) => index.scans)).toEqual([0])
    expect(scans.find(({ by }) => by.startsWith("order_id, sequence"))?.scans).toBeGreaterThanOrEqual(4000)
  })

  it("merges what was added since, and leaves alone what is merged already", async () => {
    await commission({ ...order("a") }, { ...order("b"), affiliate_id: "aff_2" })
    await merge()
    const merged = () =>
      rows(sql(), `SELECT id, affiliate_id, commission_count, is_merged FROM affiliate_period_total ORDER BY affiliate_id`)
    const [, second] = await merged()
    await commission({ ...order("c") })
    await merge()
    expect(await merged()).toEqual([
      { id: expect.any(String) as string, affiliate_id: "aff_1", commission_count: 2, is_merged: true },
      second,
    ])
  })

  it("nothing stays of a statement that is taken back or refused", async () => {
    const writer = await sql().transaction()
    await insert(writer, "affiliate_commission", { ...order("a") })
    await writer.rollback()
    expect(await refusalOf(commission({ ...order("b") }, { ...order("c"), period: "2026-03" }))).toEqual(["AF001", expect.any(String)])
    expect(await rowCount()).toBe(0)
  })

  it("writers of one affiliate's month do not wait for each other, nor for a merge", async () => {
    const [one, other, merging] = [await sql().transaction(), await sql().transaction(), await sql().transaction()]
    await commission({ ...order("a"), ...money("1", "0.10") })
    await insert(one, "affiliate_commission", { ...order("b"), ...money("10", "1") })
    await insert(other, "affiliate_commission", { ...order("c"), ...money("100", "10") })
    await merge(merging)
    await insert(one, "affiliate_commission", { ...order("d"), ...money("1000", "100") })
    await other.commit()
    await merging.commit()
    await one.commit()
    expect(await lines()).toEqual(["2026-04 aff_1 eur 1111 111.10 4 4"])
    await merge()
    expect([await lines(), await rowCount()]).toEqual([["2026-04 aff_1 eur 1111 111.10 4 4"], 1])
  })

  it("two merges, and a merge and a recount, come one after the other", async () => {
    for (const second of [`SELECT affiliate_merge_period_totals()`, `SELECT affiliate_recount_period_totals('affprog_1')`]) {
      await commission({ ...order(second) })
      await commission({ ...order(`${second} again`) })
      const first = await sql().transaction()
      await merge(first)
      const waiting = rows(sql(), second)
      expect(await isWaiting(sql())).toBe(true)
      await first.commit()
      await waiting
      expect(await wrong()).toEqual([])
    }
  })

  it("a recount leaves what is being written to its writer", async () => {
    const writer = await sql().transaction()
    await commission({ ...order("a"), ...money("1", "0.10") })
    await insert(writer, "affiliate_commission", { ...order("b"), ...money("10", "1") })
    await rows(sql(), `SELECT affiliate_recount_period_totals('affprog_1')`)
    await writer.commit()
    expect(await lines()).toEqual(["2026-04 aff_1 eur 11 1.10 2 2"])
  })

  it.each([
    ["without tiers", null, ["10.00", "2.00"]],
    ["with tiers", { measure: "expenses", span: "month", scope: "whole", after_refund: "recompute", tiers: [TIER] }, ["15.00", "2.00"]],
  ])("list, page and preview say what the close writes: %s", async (_, commission_tiers, amounts) => {
    await createStoreTables(sql())
    await sql()("affiliate_program_history").where({ program_id: "affprog_1" }).update({ commission_tiers })
    await commission({ ...order("a"), ...money("60.00", "6.00") }, { ...order("b"), ...money("20.00", "2.00"), affiliate_id: "aff_2" })
    await commission({ ...order("c"), ...money("40.00", "4.00") })
    const said = async () => {
      const [listed] = (await service.periods.list({ period: ["2026-04"] }, { limit: 20, offset: 0 }, new Date("2026-05-02"))).rows
      const page = await service.periods.retrieve("affprog_1", "2026-04")
      const next = await service.periods.retrieve("affprog_1", "2026-05")
      return {
        listed: listed!.totals,
        page: page!.totals,
        lines: page!.lines.map(({ amount }) => amount),
        before: [...next!.lines, ...next!.absent].map(({ previous_amount }) => previous_amount),
        raised: page!.period_commissions.map(({ amount }) => amount),
      }
    }
    const open = await said()
    const preview = await service.periods.preview("affprog_1", "2026-04")
    await service.periods.close({ program_id: "affprog_1", period: "2026-04", closed_by: "test", now: new Date("2026-05-02") })
    expect(await said()).toEqual(open)
    expect(await service.periods.listLines("affprog_1", "2026-04")).toEqual(preview)
    expect([open.lines, open.before]).toEqual([amounts, amounts])
    expect(open.listed).toEqual(open.page)
    expect(open.raised).toEqual(commission_tiers ? ["5.00"] : [])
  })

  it("the doctor names totals that are wrong, and a recount mends them", async () => {
    await insert(sql(), "affiliate_program", { id: "affprog_2" })
    await insert(sql(), "affiliate_period", { program_id: "affprog_2", period: "2026-04" })
    await commission({ ...order("a") }, { ...order("b"), affiliate_id: "aff_2" }, { ...order("c"), program_id: "affprog_2" })
    await sql()("affiliate_period_total").where({ affiliate_id: "aff_1", program_id: "affprog_1" }).update({ order_count: 2 })
    await sql()("affiliate_period_total").where({ affiliate_id: "aff_2" }).delete()
    const stray = { program_id: "affprog_1", affiliate_id: "aff_1", currency_code: "usd", period: "2026-04", commission_count: 1 }
    await sql()("affiliate_period_total").insert({ ...stray, expense_amount: "5", amount: "0", order_count: 0 })
    const at = { problem: "total_differs", program_id: "affprog_1", period: "2026-04", corrects_period: null }
    const real = await rows<{ text: string }>(
      sql(),
      `SELECT amount || ' on ' || expense_amount || ', 1 commissions of ' AS text FROM affiliate_commission WHERE order_id = 'a'`
    )
    const text = real[0]!.text
    expect(await rows(sql(), `${PERIOD_TOTALS_KEPT} ORDER BY affiliate_id, currency_code`)).toEqual([
      { ...at, affiliate_id: "aff_1", currency_code: "eur", expected: `${text}1 orders`, found: `${text}2 orders` },
      { ...at, affiliate_id: "aff_1", currency_code: "usd", expected: "none", found: "0 on 5, 1 commissions of 0 orders" },
      { ...at, affiliate_id: "aff_2", currency_code: "eur", expected: `${text}1 orders`, found: "none" },
    ])
    await rows(sql(), `SELECT affiliate_recount_period_totals('affprog_1')`)
    expect(await wrong()).toEqual([])
    expect(await rowCount()).toBe(3)
  })
})
