import { InvalidInput } from "../../../../domain/errors"
import { periodBounds } from "../../../../domain/periods/period"
import { rows } from "../../database/connection"
import { insert } from "../../__tests__/rows"
import { createStoreTables } from "../../__tests__/store-tables"
import { isWaiting, moduleSuite } from "../../__tests__/suite"

const EAST = "Pacific/Kiritimati"
const WEST = "Pacific/Niue"
const at = (text: string) => new Date(text)

moduleSuite(({ service, sql }) => {
  const seed = async (timezone: string) => {
    await createStoreTables(sql())
    const settings = { id: "affprog_1", timezone, created_at: at("2016-03-02T00:00:00Z") }
    await insert(sql(), "affiliate_program", settings, { id: "affprog_2", timezone, created_at: settings.created_at })
    await insert(sql(), "affiliate", { id: "aff_1" })
    const months = ["2016-03", "2016-04", "2016-05"].map((period) => ({ period, ...periodBounds(period, timezone) }))
    await insert(sql(), "affiliate_period", ...months, { ...months[1], program_id: "affprog_2" })
    await sql()("affiliate_period").where({ period: "2016-03" }).update({ status: "closed" })
  }
  const move = (timezone: string) => service.programs.update("affprog_1", { timezone })
  const months = (program_id = "affprog_1") =>
    rows<{ status: string }>(
      sql(),
      `SELECT period, starts_at, ends_at, status FROM affiliate_period WHERE program_id = :program_id ORDER BY period`,
      {
        program_id,
      }
    )
  const month = (period: string, timezone: string, status = "open") => ({ period, ...periodBounds(period, timezone), status })
  /** What is due, and what a close of April does, at an instant: the two never disagree. */
  const closes = async (now: string) => {
    const [due] = (await service.periods.listToClose({ now: at(now), program_id: "affprog_1" })).filter(
      ({ period }) => period === "2016-04"
    )
    const closed = await service.periods.close({ program_id: "affprog_1", period: "2016-04", closed_by: "test", now: at(now) })
    return [!!due, closed]
  }

  it.each([
    [EAST, WEST],
    [WEST, EAST],
    ["Europe/Berlin", "America/Havana"],
  ])("from %s to %s the open months move, the closed one and other programs' stay", async (before, after) => {
    await seed(before)
    await move(after)
    expect(await months()).toEqual([month("2016-03", before, "closed"), month("2016-04", after), month("2016-05", after)])
    expect(await months("affprog_2")).toEqual([month("2016-04", before)])
  })

  it("a change of other settings moves no period, and undoing a change of zone moves them back", async () => {
    await seed(EAST)
    const writes = () => rows(sql(), `SELECT id, xmin::text FROM affiliate_period ORDER BY id`)
    const untouched = await writes()
    await service.programs.update("affprog_1", { name: "Other" })
    expect(await writes()).toEqual(untouched)
    await service.programs.restore("affprog_1", await move(WEST))
    expect(await months()).toEqual([month("2016-03", EAST, "closed"), month("2016-04", EAST), month("2016-05", EAST)])
  })

  it("east to west: a period that had ended continues for 25 hours, and cannot be closed before", async () => {
    await seed(EAST)
    await move(WEST)
    expect(await closes("2016-04-30T10:00:00.000Z")).toEqual([false, false])
    expect(await closes("2016-05-01T10:59:59.999Z")).toEqual([false, false])
    expect(await closes("2016-05-01T11:00:00.000Z")).toEqual([true, true])
    expect(await closes("2016-05-01T11:00:00.000Z")).toEqual([false, false])
  })

  it("west to east: a period that was running has ended, and can be closed at once", async () => {
    await seed(WEST)
    expect(await closes("2016-04-30T10:00:00.000Z")).toEqual([false, false])
    await move(EAST)
    expect(await closes("2016-04-30T09:59:59.999Z")).toEqual([false, false])
    expect(await closes("2016-04-30T10:00:00.000Z")).toEqual([true, true])
  })

  it("a close decides by the program's zone, also for a period opened while the zone changed, and stores its bounds", async () => {
    await seed(WEST)
    await sql()("affiliate_program").where({ id: "affprog_1" }).update({ timezone: EAST })
    expect(await closes("2016-04-30T10:00:00.000Z")).toEqual([true, true])
    expect((await months())[1]).toEqual(month("2016-04", EAST, "closed"))
  })

  it("a close that began while the zone changes waits for it, and then decides by the new one", async () => {
    await seed(EAST)
    const change = await sql().transaction()
    await change("affiliate_program").where({ id: "affprog_1" }).update({ timezone: WEST })
    const closing = closes("2016-04-30T12:00:00.000Z")
    expect(await isWaiting(sql())).toBe(true)
    await change.commit()
    expect(await closing).toEqual([true, false])
    expect((await months())[1]).toMatchObject({ status: "open" })
  })

  it("a zone in which a closed period has not ended is refused until it has", async () => {
    await seed(EAST)
    await service.periods.close({ program_id: "affprog_1", period: "2016-04", closed_by: "test", now: at("2016-04-30T10:00:00Z") })
    const moveAt = (now: string) => service.programs.update("affprog_1", { timezone: WEST }, at(now))
    await expect(moveAt("2016-05-01T10:59:59.999Z")).rejects.toThrow(
      new InvalidInput("timezone", "2016-04 is closed and ends in Pacific/Niue on 2016-05-01T11:00:00.000Z; change it then")
    )
    expect((await months())[2]).toEqual(month("2016-05", EAST))
    await service.programs.update("affprog_1", { name: "Other", timezone: EAST }, at("2016-04-30T09:00:00Z"))
    await moveAt("2016-05-01T11:00:00.000Z")
    expect((await months()).slice(1)).toEqual([month("2016-04", EAST, "closed"), month("2016-05", WEST)])
  })

  it("of a close and a change of zone at the same time, the later sees the earlier", async () => {
    await seed(EAST)
    const now = at("2016-04-30T12:00:00Z")
    const [closed, moved] = await Promise.allSettled([
      service.periods.close({ program_id: "affprog_1", period: "2016-04", closed_by: "test", now }),
      service.programs.update("affprog_1", { timezone: WEST }, now),
    ])
    expect([closed.status === "fulfilled" && closed.value, moved.status === "fulfilled"]).toContain(false)
    expect((await months())[1]?.status === "closed").toBe(moved.status === "rejected")
  })

  it("a requested closed period is listed, whatever the clock says", async () => {
    await seed(EAST)
    const asked = { now: at("2016-03-15T00:00:00Z"), period: "2016-03", program_id: "affprog_1" }
    expect(await service.periods.listToClose(asked)).toEqual([{ program_id: "affprog_1", period: "2016-03", is_closed: true }])
  })

  it("a change of zone leaves recorded commissions in their period", async () => {
    await seed(EAST)
    // The first instant of May there, an instant of April in the west.
    await insert(sql(), "affiliate_commission", { period: "2016-05", occurred_at: at("2016-04-30T10:00:00Z") })
    const recorded = () => rows(sql(), `SELECT * FROM affiliate_commission`)
    const before = await recorded()
    await move(WEST)
    expect(await recorded()).toEqual(before)
  })
})
