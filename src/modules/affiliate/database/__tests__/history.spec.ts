import { setTimeout as sleep } from "node:timers/promises"

import { insert } from "../../__tests__/rows"
import { isWaiting, moduleSuite, value } from "../../__tests__/suite"
import { rows } from "../connection"

moduleSuite(({ service, sql }) => {
  const LONG_AGO = new Date("1970-01-01T00:00:00Z")
  /** The database's time, with room on both sides. */
  const instant = async () => {
    await sleep(5)
    const now = await value<Date>(sql(), `SELECT clock_timestamp()`)
    await sleep(5)
    return now
  }
  const at = async <T>(table: "affiliate_program" | "affiliate", id: string, time: Date | string, columns: string): Promise<T[]> =>
    (await rows<{ found: T[] }>(sql(), `SELECT json_build_array(${columns}) AS found FROM ${table}_at(:id, :time)`, { id, time }))[0]
      ?.found ?? []
  const versions = (table: "affiliate_program" | "affiliate") =>
    rows<{ id: string }>(sql(), `SELECT * FROM ${table}_history ORDER BY valid_from`)
  const program = () => sql()("affiliate_program").where({ id: "affprog_1" })
  const affiliate = () => sql()("affiliate").where({ id: "aff_1" })

  beforeEach(async () => {
    await insert(sql(), "affiliate_program", { id: "affprog_1", commission_percent: "10" })
    await insert(sql(), "affiliate", { id: "aff_1" }, { id: "aff_own", commission_percent: "12.5", status: "pending" })
  })

  it("what was set at creation is valid for orders of any earlier time", async () => {
    expect([
      await at("affiliate_program", "affprog_1", LONG_AGO, "commission_percent, status, sales_channel_ids, attribution_window_days"),
      await at("affiliate", "aff_1", LONG_AGO, "commission_percent, status"),
      await at("affiliate", "aff_own", await instant(), "commission_percent, status"),
    ]).toEqual([
      [10, "active", [], 90],
      [null, "active"],
      [12.5, "pending"],
    ])
  })

  it("every change begins a version, and an instant gets the one that was valid then", async () => {
    const changes = [
      { status: "paused" },
      { commission_percent: "7" },
      { commission_basis: "captured", include_tax: true, include_shipping: true },
      { attribution_model: "first_click", attribution_window_days: 5, referral_period_months: 6 },
      { starts_at: "2026-01-01T00:00:00Z", ends_at: "2027-01-01T00:00:00Z" },
    ]
    const columns = `status, commission_percent, commission_basis, include_tax, include_shipping, attribution_model, attribution_window_days,
                     referral_period_months, to_char(starts_at AT TIME ZONE 'UTC', 'YYYY'), to_char(ends_at AT TIME ZONE 'UTC', 'YYYY')`
    const instants = [await instant()]
    for (const change of changes) {
      await program().update(change)
      instants.push(await instant())
    }
    const found = []
    for (const time of instants) found.push(await at("affiliate_program", "affprog_1", time, columns))
    expect(found).toEqual([
      ["active", 10, "placed", false, false, "last_click", 90, null, null, null],
      ["paused", 10, "placed", false, false, "last_click", 90, null, null, null],
      ["paused", 7, "placed", false, false, "last_click", 90, null, null, null],
      ["paused", 7, "captured", true, true, "last_click", 90, null, null, null],
      ["paused", 7, "captured", true, true, "first_click", 5, 6, null, null],
      ["paused", 7, "captured", true, true, "first_click", 5, 6, "2026", "2027"],
    ])
  })

  it("a version is valid from its first instant, and the one before it to the last microsecond", async () => {
    await affiliate().update({ status: "suspended" })
    const valid_from = await value<string>(sql(), `SELECT max(valid_from)::text FROM affiliate_history WHERE affiliate_id = 'aff_1'`)
    const before = await value<string>(sql(), `SELECT (:valid_from::timestamptz - interval '1 microsecond')::text`, { valid_from })
    expect([await at("affiliate", "aff_1", before, "status"), await at("affiliate", "aff_1", valid_from, "status")]).toEqual([
      ["active"],
      ["suspended"],
    ])
  })

  it("a change of other settings, or back and forth in one transaction, begins none", async () => {
    const before = [await versions("affiliate_program"), await versions("affiliate")]
    await program().update({ name: "Renamed", commission_percent: "10.0", updated_at: new Date() })
    await affiliate().update({ status_reason: "none" })
    await sql().transaction(async (transaction) => {
      await transaction("affiliate").where({ id: "aff_1" }).update({ status: "suspended" })
      await transaction("affiliate").where({ id: "aff_1" }).update({ status: "active" })
    })
    expect([await versions("affiliate_program"), await versions("affiliate")]).toEqual(before)
  })

  it("a program and its sales channels are one version, never one without them", async () => {
    const channel = (sales_channel_id: string) => ({ id: `affchan_${sales_channel_id}`, program_id: "affprog_2", sales_channel_id })
    const write = (ids: string[], settings: object) =>
      sql().transaction(async (transaction) => {
        await transaction("affiliate_program").where({ id: "affprog_2" }).update(settings)
        await transaction("affiliate_program_sales_channel").where({ program_id: "affprog_2" }).delete()
        if (ids.length > 0) await transaction("affiliate_program_sales_channel").insert(ids.map(channel))
      })
    await sql().transaction(async (transaction) => {
      await insert(transaction, "affiliate_program", { id: "affprog_2" })
      await transaction("affiliate_program_sales_channel").insert(channel("sc_1"))
    })
    await write(["sc_1"], { name: "Renamed" })
    await write(["sc_2", "sc_1"], { status: "paused" })
    await sql()("affiliate_program_sales_channel").where({ sales_channel_id: "sc_2" }).update({ deleted_at: new Date() })
    await write([], { name: "Everywhere" })
    expect(
      await rows(
        sql(),
        `SELECT status, sales_channel_ids FROM affiliate_program_history WHERE program_id = 'affprog_2' ORDER BY valid_from`
      )
    ).toEqual([
      { status: "active", sales_channel_ids: ["sc_1"] },
      { status: "paused", sales_channel_ids: ["sc_1", "sc_2"] },
      { status: "paused", sales_channel_ids: ["sc_1"] },
      { status: "paused", sales_channel_ids: [] },
    ])
  })

  it("two transactions that change the channels of one program wait for each other, and the last version has both", async () => {
    const channel = (id: string) => ({ id, program_id: "affprog_1", sales_channel_id: id })
    const first = await sql().transaction()
    await first("affiliate_program_sales_channel").insert(channel("sc_1"))
    await first.raw("SET CONSTRAINTS ALL IMMEDIATE")
    const second = Promise.resolve(sql()("affiliate_program_sales_channel").insert(channel("sc_2")))
    expect(await isWaiting(sql())).toBe(true)
    await first.commit()
    await second
    expect(await at("affiliate_program", "affprog_1", "infinity", "sales_channel_ids")).toEqual([["sc_1", "sc_2"]])
  })

  it("a clock that was set back does not put a version before the one it follows", async () => {
    await rows(
      sql(),
      `INSERT INTO affiliate_history (affiliate_id, valid_from, customer_id, status)
       VALUES ('aff_1', now() + interval '1 hour', 'cus_1', 'suspended')`
    )
    await affiliate().update({ status: "rejected" })
    expect(await at("affiliate", "aff_1", "infinity", "status")).toEqual(["rejected"])
  })

  it("goes with a program that is removed a moment after it was made", async () => {
    const [id] = await service.programs.create([{ name: "New", site_url: "https://x.example", commission_percent: 5, handle: "new" }])
    expect(await at("affiliate_program", id!, LONG_AGO, "commission_percent")).toEqual([5])
    await service.programs.remove([id!])
    expect(await at("affiliate_program", id!, LONG_AGO, "commission_percent")).toEqual([])
  })
})
