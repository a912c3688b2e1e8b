import { dropOldClicks } from "../../clicks/months"
import { rows, type Sql } from "../../database/connection"
import { QUARTER_HOUR_TOTALS_KEPT } from "../../doctor/invariants/quarter-hour-totals"
import { insert } from "../../__tests__/rows"
import { isWaiting, moduleSuite, refusalOf, value } from "../../__tests__/suite"

const TOTALS = `
  SELECT concat_ws(' ', to_char(starts_at AT TIME ZONE 'UTC', 'DD HH24:MI'), program_id, currency_code, sum(expense_amount), sum(amount),
                   sum(commission_count), sum(order_count), sum(referral_count), sum(click_count)) AS line
  FROM affiliate_quarter_hour_total GROUP BY starts_at, program_id, currency_code
  HAVING (sum(commission_count), sum(referral_count), sum(click_count)) <> (0, 0, 0) ORDER BY starts_at, currency_code NULLS FIRST, 1`

moduleSuite(({ sql, service }) => {
  beforeEach(async () => {
    await insert(sql(), "affiliate_program", { id: "affprog_1" })
    await insert(sql(), "affiliate", { id: "aff_1" }, { id: "aff_2" })
    await insert(sql(), "affiliate_period", { period: "2026-04" })
  })

  let last = 0
  const at = (time: string) => new Date(`2026-04-${time.replace(" ", "T")}Z`)
  const click = (time: string, program_id = "affprog_1") => ({
    ...{ id: `affclk_${String(++last)}`, program_id, affiliate_id: "aff_1", landing_url: "/", occurred_at: at(time) },
  })
  const clicks = (...times: string[]) => sql()("affiliate_click").insert(times.map((time) => click(time)))
  const order = (order_id: string, time: string, amount = "10", others: Record<string, unknown> = {}) => ({
    ...{ order_id, occurred_at: at(time), expense_amount: `${amount}0`, amount, ...others },
  })
  const commission = (...overrides: Record<string, unknown>[]) => insert(sql(), "affiliate_commission", ...overrides)
  const referral = (time: string, others: Record<string, unknown> = {}) =>
    insert(sql(), "affiliate_referral", { started_at: at(time), ...others })
  const lines = async () => (await rows<{ line: string }>(sql(), TOTALS)).map(({ line }) => line)
  const rowCount = () => value<number>(sql(), `SELECT count(*)::int FROM affiliate_quarter_hour_total`)
  const merge = (on: Sql = sql()) => rows(on, `SELECT affiliate_merge_quarter_hours()`)
  const recount = () => rows(sql(), `SELECT affiliate_recount_quarter_hours('affprog_1')`)
  const wrong = () => rows(sql(), QUARTER_HOUR_TOTALS_KEPT)

  it("adds up commissions by currency, and counts referrals and clicks, in the quarter of an hour in which they happened", async () => {
    await commission(
      order("a", "15 12:00", "1"),
      order("b", "15 12:14:59.999", "2"),
      order("b", "15 12:15", "-2", { sequence: 2 }),
      order("c", "15 12:01", "70", { currency_code: "jpy" })
    )
    await commission(order("d", "15 12:03", "4", { affiliate_id: "aff_2" }))
    await referral("15 12:29:59")
    await referral("15 12:30")
    await clicks("15 12:00", "15 12:07", "15 11:59:59.999")
    await clicks("15 12:08")
    const added = [
      "15 11:45 affprog_1 0 0 0 0 0 1",
      "15 12:00 affprog_1 0 0 0 0 0 3",
      "15 12:00 affprog_1 eur 70 7 3 3 0 0",
      "15 12:00 affprog_1 jpy 700 70 1 1 0 0",
      "15 12:15 affprog_1 0 0 0 0 1 0",
      "15 12:15 affprog_1 eur -20 -2 1 0 0 0",
      "15 12:30 affprog_1 0 0 0 0 1 0",
    ]
    expect([await lines(), await rowCount()]).toEqual([added, 9])
    await service.periods.mergeTotals()
    expect([await lines(), await rowCount()]).toEqual([added, 7])
    await recount()
    expect([await lines(), await rowCount()]).toEqual([added, 7])
    expect(await wrong()).toEqual([])
  })

  it("a statement appends a row for each quarter of an hour and currency, whatever it writes", async () => {
    await commission(...Array.from({ length: 40 }, (_, n) => order(`many ${String(n)}`, "15 12:00")))
    await clicks(...Array.from({ length: 40 }, () => "15 12:00"))
    expect(await rowCount()).toBe(2)
  })

  it("a referral counts while it is not deleted, when it began, and nothing is appended where that stays", async () => {
    await referral("15 12:00", { id: "affref_1" })
    const change = (values: object) => sql()("affiliate_referral").where({ id: "affref_1" }).update(values)
    await change({ ended_at: at("16 00:00"), customer_id: "cus_1", affiliate_id: "aff_2" })
    expect([await lines(), await rowCount()]).toEqual([["15 12:00 affprog_1 0 0 0 0 1 0"], 1])
    await change({ started_at: at("15 12:20") })
    expect(await lines()).toEqual(["15 12:15 affprog_1 0 0 0 0 1 0"])
    await change({ deleted_at: at("16 00:00") })
    expect(await lines()).toEqual([])
    await change({ deleted_at: null })
    expect([await lines(), await wrong()]).toEqual([["15 12:15 affprog_1 0 0 0 0 1 0"], []])
    await sql()("affiliate_referral").delete()
    expect([await lines(), await wrong()]).toEqual([[], []])
  })

  it("forgets clicks that are deleted, and remembers those of a month that is dropped, also when it counts anew", async () => {
    await clicks("01 00:00", "30 23:59:59")
    await sql()("affiliate_click").insert({ ...click("01 00:00"), occurred_at: new Date("2026-05-01T00:00:00Z") })
    await sql()("affiliate_click").where("occurred_at", "=", at("30 23:59:59")).delete()
    const kept = ["01 00:00 affprog_1 0 0 0 0 0 1", "01 00:00 affprog_1 0 0 0 0 0 1"]
    expect([await lines(), await wrong()]).toEqual([kept, []])
    await dropOldClicks(sql(), 1, new Date("2026-09-15"))
    expect(await value(sql(), `SELECT count(*)::int FROM affiliate_click`)).toBe(1)
    await merge()
    expect([await lines(), await wrong()]).toEqual([kept, []])
    await recount()
    expect([await lines(), await wrong()]).toEqual([kept, []])
  })

  it("nothing stays of a statement that is taken back or refused", async () => {
    const writer = await sql().transaction()
    await insert(writer, "affiliate_commission", order("a", "15 12:00"))
    await writer("affiliate_click").insert(click("15 12:00"))
    await writer.rollback()
    expect(await refusalOf(commission({ ...order("b", "15 12:00"), period: "2026-03" }))).toEqual(["AF001", expect.any(String)])
    expect(await rowCount()).toBe(0)
  })

  it("writers of the same quarter of an hour do not wait for each other, nor for a merge", async () => {
    const [one, other, merging] = [await sql().transaction(), await sql().transaction(), await sql().transaction()]
    await commission(order("a", "15 12:00", "1"))
    await insert(one, "affiliate_commission", order("b", "15 12:00", "10"))
    await one("affiliate_click").insert(click("15 12:00"))
    await insert(other, "affiliate_commission", order("c", "15 12:00", "100"))
    await other("affiliate_click").insert({ ...click("15 12:00"), affiliate_id: "aff_2", landing_url: "/other" })
    await merge(merging)
    await insert(one, "affiliate_commission", order("d", "15 12:00", "1000"))
    await other.commit()
    await merging.commit()
    await one.commit()
    const all = ["15 12:00 affprog_1 0 0 0 0 0 2", "15 12:00 affprog_1 eur 11110 1111 4 4 0 0"]
    expect(await lines()).toEqual(all)
    await merge()
    expect([await lines(), await rowCount()]).toEqual([all, 2])
  })

  it("two merges, and a merge and a recount, come one after the other", async () => {
    for (const second of [`SELECT affiliate_merge_quarter_hours()`, `SELECT affiliate_recount_quarter_hours('affprog_1')`]) {
      await commission(order(second, "15 12:00"))
      await commission(order(`${second} again`, "15 12:00"))
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
    await commission(order("a", "15 12:00", "1"))
    await insert(writer, "affiliate_commission", order("b", "15 12:00", "10"))
    await recount()
    await writer.commit()
    expect(await lines()).toEqual(["15 12:00 affprog_1 eur 110 11 2 2 0 0"])
  })

  it("the doctor names totals that are wrong, and a recount mends them", async () => {
    await insert(sql(), "affiliate_program", { id: "affprog_2" })
    await commission(order("a", "15 12:00"), order("b", "15 12:20"))
    await clicks("15 12:00")
    await sql()("affiliate_click").insert(click("15 12:00", "affprog_2"))
    const of = (starts_at: string, currency_code: string | null) =>
      sql()("affiliate_quarter_hour_total").where({ starts_at: at(starts_at), program_id: "affprog_1", currency_code })
    await of("15 12:00", "eur").update({ order_count: 2 })
    await of("15 12:00", null).update({ click_count: 3 })
    await of("15 12:15", "eur").delete()
    await sql()("affiliate_quarter_hour_total").insert({
      ...{ program_id: "affprog_1", starts_at: at("15 12:30"), currency_code: "usd", expense_amount: "5", amount: "0" },
      ...{ commission_count: 1, order_count: 0, referral_count: 0, click_count: 0 },
    })
    const known = { problem: "quarter_hour_differs", program_id: "affprog_1", affiliate_id: null }
    const counts = (commissions: number, orders: number, clicked = 0) =>
      `${String(commissions)} commissions of ${String(orders)} orders, 0 referrals, ${String(clicked)} clicks`
    const nothing = { starts_at: "2026-04-15T12:00Z", currency_code: null }
    const money = await value<string>(
      sql(),
      `SELECT amount || ' on ' || expense_amount || ', ' FROM affiliate_commission WHERE order_id = 'a'`
    )
    expect(await rows(sql(), `${QUARTER_HOUR_TOTALS_KEPT} ORDER BY starts_at, currency_code NULLS FIRST`)).toEqual([
      { ...known, ...nothing, expected: `0 on 0, ${counts(0, 0, 1)}`, found: `0 on 0, ${counts(0, 0, 3)}` },
      { ...known, starts_at: "2026-04-15T12:00Z", currency_code: "eur", expected: money + counts(1, 1), found: money + counts(1, 2) },
      { ...known, starts_at: "2026-04-15T12:15Z", currency_code: "eur", expected: money + counts(1, 1), found: "none" },
      { ...known, starts_at: "2026-04-15T12:30Z", currency_code: "usd", expected: "none", found: `0 on 5, ${counts(1, 0)}` },
    ])
    await recount()
    expect([await wrong(), await rowCount()]).toEqual([[], 4])
  })

  it("adds up what each affiliate earned on a day of UTC, and the doctor and a recount know it too", async () => {
    const days = () =>
      rows<{ line: string }>(
        sql(),
        `SELECT concat_ws(' ', day, affiliate_id, currency_code, expense_amount, amount, order_count) AS line FROM affiliate_day_total ORDER BY 1`
      )
    await commission(order("a", "15 00:00", "1"), order("b", "15 23:59:59.999", "2"), order("c", "16 00:00", "3"))
    await commission(order("a", "15 12:00", "-1", { sequence: 2 }), order("d", "15 12:00", "4", { affiliate_id: "aff_2" }))
    await merge()
    const lines = ["2026-04-15 aff_1 eur 20 2 2", "2026-04-15 aff_2 eur 40 4 1", "2026-04-16 aff_1 eur 30 3 1"]
    expect((await days()).map(({ line }) => line)).toEqual(lines)
    expect(await wrong()).toEqual([])
    await sql()("affiliate_day_total").where({ affiliate_id: "aff_2" }).update({ order_count: 3 })
    await sql()("affiliate_span_total").where({ affiliate_id: "aff_1", span: "month" }).update({ order_count: 2 })
    const moneyOf = (affiliate: string) =>
      value<string>(
        sql(),
        `SELECT sum(amount) || ' on ' || sum(expense_amount) FROM affiliate_commission WHERE affiliate_id = '${affiliate}'`
      )
    const [one, two] = [await moneyOf("aff_1"), await moneyOf("aff_2")]
    const known = { program_id: "affprog_1", currency_code: "eur" }
    expect(await rows(sql(), `${QUARTER_HOUR_TOTALS_KEPT} ORDER BY problem, affiliate_id, starts_at`)).toEqual([
      {
        ...{ problem: "day_differs", ...known, affiliate_id: "aff_2", starts_at: "2026-04-15" },
        ...{ expected: `${two}, 1 orders`, found: `${two}, 3 orders` },
      },
      {
        ...{ problem: "span_differs", ...known, affiliate_id: "aff_1", starts_at: "2026-04" },
        ...{ expected: `${one}, 3 orders`, found: `${one}, 2 orders` },
      },
      ...["2026-04", "2026-04-09"].map((starts_at) => ({
        ...{ problem: "span_differs", ...known, affiliate_id: "aff_2", starts_at },
        ...{ expected: `${two}, 3 orders`, found: `${two}, 1 orders` },
      })),
    ])
    await recount()
    expect([(await days()).map(({ line }) => line), await wrong()]).toEqual([lines, []])
  })

  it("merging adds days to their month and part of it once, and takes none of another program's", async () => {
    const spans = async () => {
      const found = await rows<{ line: string }>(
        sql(),
        `SELECT concat_ws(' ', span, starts_on, program_id, affiliate_id, currency_code, expense_amount, amount, order_count) AS line
         FROM affiliate_span_total ORDER BY 1`
      )
      return found.map(({ line }) => line)
    }
    const of = (program: number, affiliate: number, sums: string) => (span: string) =>
      `${span} affprog_${String(program)} aff_${String(affiliate)} ${sums}`
    await insert(sql(), "affiliate_program", { id: "affprog_2" })
    await insert(sql(), "affiliate_period", { period: "2026-04", program_id: "affprog_2" })
    await insert(sql(), "affiliate", { id: "aff_3", program_id: "affprog_2" })
    await commission(
      order("a", "08 23:59:59.999", "1"),
      order("b", "30 23:59:59.999", "2"),
      order("c", "24 12:00", "70", { currency_code: "jpy" })
    )
    await commission({ ...order("d", "01 00:00", "3"), occurred_at: new Date("2026-03-31T23:59:59.999Z") })
    await commission(order("e", "09 00:00", "5", { affiliate_id: "aff_3", program_id: "affprog_2" }))
    expect([await spans(), await wrong()]).toEqual([[], []])
    const others = [
      ...["month 2026-03-01", "part 2026-03-25"].map(of(1, 1, "eur 30 3 1")),
      ...["month 2026-04-01", "part 2026-04-17"].map(of(1, 1, "jpy 700 70 1")),
      ...["month 2026-04-01", "part 2026-04-09"].map(of(2, 3, "eur 50 5 1")),
    ]
    const sorted = (month: string, first: string, last: string) =>
      [
        ...[...others, of(1, 1, `eur ${month}`)("month 2026-04-01")],
        ...[of(1, 1, `eur ${first}`)("part 2026-04-01"), of(1, 1, `eur ${last}`)("part 2026-04-25")],
      ].sort()
    for (const again of [merge, merge, recount, merge]) {
      await again()
      expect([await spans(), await wrong()]).toEqual([sorted("30 3 2", "10 1 1", "20 2 1"), []])
    }
    await commission(order("b", "30 23:59:59.999", "-2", { sequence: 2 }), order("f", "01 00:00", "9"))
    expect(await wrong()).toEqual([])
    await merge()
    expect([await spans(), await wrong()]).toEqual([sorted("100 10 3", "100 10 2", "0 0 1"), []])
  })

  it("spans keep nothing of a merge that is taken back, and what is written during one is added by the next", async () => {
    await commission(order("a", "15 12:00", "1"))
    const [writer, merging] = [await sql().transaction(), await sql().transaction()]
    await insert(writer, "affiliate_commission", order("b", "15 12:00", "10"))
    await merge(merging)
    await writer.commit()
    await merging.rollback()
    expect([await value(sql(), `SELECT count(*)::int FROM affiliate_span_total`), await wrong()]).toEqual([0, []])
    const [later, next] = [await sql().transaction(), await sql().transaction()]
    await insert(later, "affiliate_commission", order("c", "15 12:00", "100"))
    await merge(next)
    await later.commit()
    await next.commit()
    const amount = () => value(sql(), `SELECT amount::int FROM affiliate_span_total WHERE span = 'month'`)
    expect([await amount(), await wrong()]).toEqual([11, []])
    await merge()
    expect([await amount(), await wrong()]).toEqual([111, []])
  })
})
