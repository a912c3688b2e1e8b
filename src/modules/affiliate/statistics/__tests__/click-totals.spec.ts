import { CLICK_TOTALS } from "../../doctor/invariants/click-totals"
import { rows } from "../../database/connection"
import { insert } from "../../__tests__/rows"
import { isWaiting, moduleSuite } from "../../__tests__/suite"

moduleSuite(({ sql, service }) => {
  beforeEach(async () => {
    await insert(sql(), "affiliate_program", { id: "affprog_1", handle: "main", timezone: "Europe/Berlin" })
    await insert(sql(), "affiliate", { id: "aff_1", code: "anna" })
    await insert(sql(), "affiliate", { id: "aff_2", code: "bob" })
  })

  let last = 0
  const click = (affiliate_id: string, occurred_at: string, landing_url = "/a", referrer: string | null = null) => ({
    ...{ id: `affclk_${String(++last)}`, program_id: "affprog_1", affiliate_id, landing_url, referrer, occurred_at: new Date(occurred_at) },
  })
  const totals = async () =>
    (
      await rows<{ line: string }>(
        sql(),
        `SELECT concat_ws(' ', program_id, kind, day, value, clicks) AS line FROM affiliate_click_total WHERE clicks <> 0 ORDER BY 1`
      )
    ).map(({ line }) => line)
  const wrong = () => rows(sql(), CLICK_TOTALS)

  it("counts each statement's clicks by affiliate, page and referrer, on days in the program's zone", async () => {
    await sql()("affiliate_click").insert([
      click("aff_1", "2026-03-31T21:59:59.999Z", "/a", "blog"),
      click("aff_1", "2026-03-31T22:00:00Z", "/a", "blog"),
      click("aff_2", "2026-04-01T21:59:59Z", "/b"),
    ])
    await sql()("affiliate_click").insert([click("aff_1", "2026-04-01T10:00:00Z", "/b", "blog")])
    expect(await totals()).toEqual([
      "affprog_1 affiliate 2026-03-31 aff_1 1",
      "affprog_1 affiliate 2026-04-01 aff_1 2",
      "affprog_1 affiliate 2026-04-01 aff_2 1",
      "affprog_1 page 2026-03-31 /a 1",
      "affprog_1 page 2026-04-01 /a 1",
      "affprog_1 page 2026-04-01 /b 2",
      "affprog_1 referrer 2026-03-31 blog 1",
      "affprog_1 referrer 2026-04-01 blog 2",
    ])
    expect(await wrong()).toEqual([])
  })

  it("forgets clicks that are deleted", async () => {
    await sql()("affiliate_click").insert([click("aff_1", "2026-04-01T10:00:00Z"), click("aff_1", "2026-04-02T10:00:00Z")])
    await sql()("affiliate_click").where("occurred_at", "<", "2026-04-02").delete()
    expect(await totals()).toEqual(["affprog_1 affiliate 2026-04-02 aff_1 1", "affprog_1 page 2026-04-02 /a 1"])
    expect(await wrong()).toEqual([])
  })

  it("moves with the program's time zone, and leaves other programs alone", async () => {
    await insert(sql(), "affiliate_program", { id: "affprog_2", handle: "other" })
    const other = { ...click("aff_9", "2026-03-31T23:30:00Z"), program_id: "affprog_2" }
    await sql()("affiliate_click").insert([click("aff_1", "2026-03-31T23:30:00Z"), other])
    await service.programs.update("affprog_1", { timezone: "America/New_York" })
    expect(await totals()).toEqual([
      "affprog_1 affiliate 2026-03-31 aff_1 1",
      "affprog_1 page 2026-03-31 /a 1",
      "affprog_2 affiliate 2026-03-31 aff_9 1",
      "affprog_2 page 2026-03-31 /a 1",
    ])
    expect(await wrong()).toEqual([])
  })

  it("a click that is being written waits for a change of the time zone, and is counted by the new one", async () => {
    const change = await sql().transaction()
    await change("affiliate_program").where({ id: "affprog_1" }).update({ timezone: "America/New_York" })
    const writing = sql()("affiliate_click")
      .insert([click("aff_1", "2026-03-31T23:30:00Z")])
      .then()
    expect(await isWaiting(sql())).toBe(true)
    await change.commit()
    await writing
    expect(await totals()).toEqual(["affprog_1 affiliate 2026-03-31 aff_1 1", "affprog_1 page 2026-03-31 /a 1"])
  })

  it("a change of the time zone waits for a click that is being written, and counts it", async () => {
    const write = await sql().transaction()
    await write("affiliate_click").insert([click("aff_1", "2026-03-31T23:30:00Z")])
    const changing = sql()("affiliate_program").where({ id: "affprog_1" }).update({ timezone: "America/New_York" }).then()
    expect(await isWaiting(sql())).toBe(true)
    await write.commit()
    await changing
    expect(await totals()).toEqual(["affprog_1 affiliate 2026-03-31 aff_1 1", "affprog_1 page 2026-03-31 /a 1"])
  })

  it("the doctor names totals that are wrong, and a recount mends them", async () => {
    await sql()("affiliate_click").insert([click("aff_1", "2026-04-01T10:00:00Z"), click("aff_2", "2026-04-01T11:00:00Z", "/b")])
    await sql()("affiliate_click_total").where({ value: "aff_1" }).update({ clicks: 7 })
    await sql()("affiliate_click_total").where({ value: "/b" }).delete()
    await sql()("affiliate_click_total").insert({ program_id: "affprog_1", kind: "referrer", day: "2026-04-03", value: "x", clicks: 1 })
    const at = { problem: "clicks_differ", program_id: "affprog_1" }
    expect(await rows(sql(), `${CLICK_TOTALS} ORDER BY value`)).toEqual([
      { ...at, day: "2026-04-01", kind: "page", value: "/b", expected: "1", found: "0" },
      { ...at, day: "2026-04-01", kind: "affiliate", value: "aff_1", expected: "1", found: "7" },
      { ...at, day: "2026-04-03", kind: "referrer", value: "x", expected: "0", found: "1" },
    ])
    await rows(sql(), `SELECT affiliate_recount_clicks('affprog_1')`)
    expect(await wrong()).toEqual([])
  })
})
