import { setTimeout as sleep } from "node:timers/promises"

import { AT, insert } from "../../__tests__/rows"
import { moduleSuite, value } from "../../__tests__/suite"

moduleSuite(({ sql }) => {
  const LONG_AGO = new Date("1970-01-01T00:00:00Z")
  const rateAt = (affiliate: string, at: Date) =>
    value<string>(sql(), `SELECT affiliate_rate_at(program_id, id, :at)::text FROM affiliate WHERE id = :affiliate`, { affiliate, at })
  /** The database's time, with room on both sides. */
  const instant = async () => {
    await sleep(5)
    const now = await value<Date>(sql(), `SELECT clock_timestamp()`)
    await sleep(5)
    return now
  }

  beforeEach(async () => {
    await insert(sql(), "affiliate_program", { id: "affprog_1", commission_percent: "10" })
    await insert(sql(), "affiliate", { id: "aff_1" }, { id: "aff_own", commission_percent: "12.5" })
  })

  it("the rates given at creation are valid for orders of any earlier time", async () => {
    expect([await rateAt("aff_1", LONG_AGO), await rateAt("aff_own", LONG_AGO), await rateAt("aff_1", await instant())]).toEqual([
      "10",
      "12.5",
      "10",
    ])
  })

  it("an order placed before a change of rate keeps the former rate, however late it is recorded", async () => {
    const first = await instant()
    await sql()("affiliate_program").update({ commission_percent: "7" })
    const second = await instant()
    await sql()("affiliate").where({ id: "aff_1" }).update({ commission_percent: "20" })
    const third = await instant()
    await sql()("affiliate").where({ id: "aff_1" }).update({ commission_percent: null })
    const fourth = await instant()
    const rates = async (affiliate: string) => Promise.all([first, second, third, fourth].map((at) => rateAt(affiliate, at)))
    expect([await rates("aff_1"), await rates("aff_own")]).toEqual([
      ["10", "7", "20", "7"],
      ["12.5", "12.5", "12.5", "12.5"],
    ])
  })

  it("an affiliate with a rate of zero earns zero, not the program's rate", async () => {
    await sql()("affiliate").where({ id: "aff_own" }).update({ commission_percent: "0" })
    expect(await rateAt("aff_own", await instant())).toBe("0")
  })

  it("a change of other settings adds no rate", async () => {
    const before = await sql()("affiliate_rate")
    await sql()("affiliate_program").update({ name: "Renamed", commission_percent: "10", updated_at: AT })
    await sql()("affiliate").update({ status: "suspended" })
    expect([before.length, await sql()("affiliate_rate")]).toEqual([2, before])
  })
})
