import { InvalidInput } from "../../../../domain/errors"
import { AT, insert } from "../../__tests__/rows"
import { createStoreTables } from "../../__tests__/store-tables"
import { moduleSuite } from "../../__tests__/suite"

const at = (text: string) => new Date(text)

moduleSuite(({ service, sql }) => {
  const due = async (now: Date, query: { period?: string; program_id?: string } = {}) =>
    (await service.periods.listToClose({ now, ...query })).map(({ program_id, period }) => `${program_id} ${period}`)

  it("every period that ended since the program began is due, unless it or a later one is closed", async () => {
    await insert(sql(), "affiliate_program", { id: "affprog_1", created_at: at("2026-01-20T00:00:00Z") })
    await insert(sql(), "affiliate_program", {
      id: "affprog_2",
      created_at: at("2026-04-01T00:00:00Z"),
      starts_at: at("2026-02-10T00:00:00Z"),
    })
    await insert(sql(), "affiliate_program", { id: "affprog_3", created_at: at("2026-03-20T00:00:00Z"), status: "archived" })
    await insert(sql(), "affiliate_program", { id: "affprog_4", created_at: at("2026-01-01T00:00:00Z"), deleted_at: AT })
    await insert(sql(), "affiliate_program", { id: "affprog_5", created_at: at("2026-04-10T00:00:00Z") })
    await insert(sql(), "affiliate_period", { period: "2026-02", status: "closed" }, { period: "2026-03" })

    expect(await due(AT)).toEqual(["affprog_1 2026-03", "affprog_2 2026-02", "affprog_2 2026-03", "affprog_3 2026-03"])
    expect(await due(AT, { program_id: "affprog_2" })).toEqual(["affprog_2 2026-02", "affprog_2 2026-03"])
    expect(await due(at("2026-01-20T00:00:00Z"), { program_id: "affprog_1" })).toEqual([])
  })

  it("periods with commissions of orders older than the program are due too", async () => {
    await insert(sql(), "affiliate_program", { id: "affprog_1", created_at: at("2026-03-20T00:00:00Z") })
    await insert(sql(), "affiliate_period", { period: "2026-02" })
    await insert(sql(), "affiliate_commission", { period: "2026-02" })
    expect(await due(AT)).toEqual(["affprog_1 2026-02", "affprog_1 2026-03"])
  })

  it("a list says which months can be closed, and why the others cannot; months that have not begun are not in it", async () => {
    await createStoreTables(sql())
    await insert(sql(), "affiliate_program", { id: "affprog_1", created_at: at("2026-02-20T00:00:00Z") })
    await insert(sql(), "affiliate_period", { period: "2026-02" }, { period: "2026-03" })
    await insert(sql(), "affiliate_period", {
      period: "2026-05",
      starts_at: at("2026-05-01T00:00:00Z"),
      ends_at: at("2026-06-01T00:00:00Z"),
    })
    const listed = async (now: Date) =>
      (await service.periods.list({ program_id: ["affprog_1"] }, { limit: 10, offset: 0 }, now)).rows.map(({ period, close_refusal }) =>
        `${period} ${close_refusal?.code ?? "closable"} ${close_refusal?.period ?? ""}`.trim()
      )
    await sql().raw(
      `UPDATE affiliate_period SET starts_at = (period || '-01')::timestamptz, ends_at = (period || '-01')::timestamptz + interval '1 month'`
    )
    expect(await listed(AT)).toEqual(["2026-04 not_ended", "2026-03 earlier_month_open 2026-02", "2026-02 closable"])
    await sql().raw(`UPDATE affiliate_period SET status = 'closed', closed_at = now(), closed_by = 'test' WHERE period = '2026-02'`)
    expect(await listed(AT)).toEqual(["2026-04 not_ended", "2026-03 closable", "2026-02 closable"])
    expect((await listed(at("2026-05-02T00:00:00Z")))[0]).toBe("2026-05 not_ended")
  })

  it("a period ends in each program's own time zone", async () => {
    const created_at = at("2026-04-10T00:00:00Z")
    await insert(sql(), "affiliate_program", { id: "affprog_east", timezone: "Pacific/Kiritimati", created_at })
    await insert(sql(), "affiliate_program", { id: "affprog_west", timezone: "Pacific/Pago_Pago", created_at })
    expect(await due(at("2026-04-30T09:59:59.999Z"))).toEqual([])
    expect(await due(at("2026-04-30T10:00:00.000Z"))).toEqual(["affprog_east 2026-04"])
    expect(await due(at("2026-05-01T10:59:59.999Z"))).toEqual(["affprog_east 2026-04"])
    expect(await due(at("2026-05-01T11:00:00.000Z"))).toEqual(["affprog_east 2026-04", "affprog_west 2026-04"])

    const between = at("2026-04-30T12:00:00.000Z")
    expect(await due(between, { period: "2026-04" })).toEqual(["affprog_east 2026-04"])
    await expect(due(between, { period: "2026-05" })).rejects.toThrow(new InvalidInput("period", "2026-05 has not ended yet"))
    await expect(due(between, { period: "2026-04", program_id: "affprog_west" })).rejects.toThrow(
      new InvalidInput("period", "2026-04 has not ended yet")
    )
  })

  it("a requested period is listed once it is closed, and refused before the program began or when a later one is closed", async () => {
    await insert(sql(), "affiliate_program", { id: "affprog_1", name: "affprog_1", created_at: AT })
    await insert(sql(), "affiliate_period", { period: "2026-03", status: "closed" })
    await insert(sql(), "affiliate_program", { id: "affprog_2", name: "affprog_2", created_at: AT })
    expect(await due(AT, { period: "2026-03" })).toEqual(["affprog_1 2026-03"])
    const refused = (program_id: string) => due(AT, { period: "2016-04", program_id })
    await expect(refused("affprog_1")).rejects.toThrow("2016-04 of affprog_1 counts as closed, because 2026-03 is closed")
    await expect(refused("affprog_2")).rejects.toThrow("affprog_2 had not begun in 2016-04: its first month is 2026-04")
  })

  it("without a program no period is due, requested or not, and nothing is reconciled", async () => {
    expect([await due(AT), await due(AT, { period: "2026-03" }), await service.orders.reconcileSince()]).toEqual([[], [], null])
  })

  it("reconciliation begins with the first program, and then an hour before the last one began", async () => {
    await insert(sql(), "affiliate_program", { created_at: at("2026-03-20T00:00:00Z") })
    const created = await service.orders.reconcileSince()
    await insert(sql(), "affiliate_program", { created_at: at("2026-04-01T00:00:00Z"), starts_at: at("2026-02-01T00:00:00Z") })
    const started = await service.orders.reconcileSince()
    await sql()("affiliate_reconciliation").insert([
      { id: "affrec_1", began_at: at("2026-04-02T10:00:00Z"), order_count: 0, commission_count: 0 },
      { id: "affrec_2", began_at: at("2026-04-02T12:00:00Z"), order_count: 0, commission_count: 0 },
    ])
    expect([created, started, await service.orders.reconcileSince()]).toEqual([
      at("2026-03-20T00:00:00Z"),
      at("2026-02-01T00:00:00Z"),
      at("2026-04-02T11:00:00Z"),
    ])
  })
})
