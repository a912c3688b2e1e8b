import { MedusaError } from "@medusajs/framework/utils"

import { InvalidInput } from "../../../../domain/errors"
import type { ProgramInput } from "../../../../domain/programs/program-settings"
import { insert } from "../../__tests__/rows"
import { moduleSuite } from "../../__tests__/suite"

const input = (overrides: ProgramInput = {}): ProgramInput => ({
  name: "Main",
  site_url: "https://shop.example.com/",
  commission_percent: "10.50",
  ...overrides,
})
const PAGE = { limit: 10, offset: 0 }

moduleSuite(({ service, sql }) => {
  const names = () => sql()("affiliate_program").orderBy("number").pluck("name")

  it("programs are numbered from 1, as the counter's project names them", async () => {
    const ids = await service.programs.create([input(), input({ name: "Second", payout_minimums: { EUR: 50 }, timezone: "Europe/Berlin" })])
    const { rows, count } = await service.programs.list({}, { ...PAGE, order: "number" })
    expect([count, rows.map(({ id, number, handle, site_url }) => [id, number, handle, site_url])]).toEqual([
      2,
      [
        [ids[0], 1, "main", "https://shop.example.com"],
        [ids[1], 2, "second", "https://shop.example.com"],
      ],
    ])
    expect(rows[1]).toMatchObject({ commission_percent: "10.5", payout_minimums: { eur: "50.00" }, timezone: "Europe/Berlin" })
  })

  it("one wrong program of several, and none is made", async () => {
    await expect(service.programs.create([input(), input({ name: "Second", commission_percent: 101 })])).rejects.toThrow(InvalidInput)
    await expect(service.programs.create([input(), input({ name: "Second", handle: "main" })])).rejects.toThrow(
      new InvalidInput("handle", `"main" belongs to another program`)
    )
    expect(await names()).toEqual([])
  })

  it("a change tells what was before, and that undoes it", async () => {
    const [id] = await service.programs.create([input({ metadata: { brand: "a" } })])
    const original = (await service.programs.list({}, PAGE)).rows[0]!
    const change = await service.programs.update(id!, { name: "Changed", commission_percent: 5, status: "paused" })
    const { before, after } = change
    expect([before.name, before.commission_percent, before.status]).toEqual(["Main", "10.5", "active"])
    expect(after).toEqual({ ...before, name: "Changed", commission_percent: "5", status: "paused" })

    await service.programs.restore(id!, change)
    const { updated_at: _, ...restored } = (await service.programs.list({}, PAGE)).rows[0]!
    expect({ ...restored, updated_at: original.updated_at }).toEqual(original)
  })

  it("undoing a change leaves alone what another admin has changed since", async () => {
    const [id] = await service.programs.create([input({ payout_minimums: { eur: "10" }, starts_at: "2016-01-01T00:00:00Z" })])
    const first = { name: "First", hold_period_days: 14, payout_minimums: { eur: "20", usd: "5" }, starts_at: "2016-02-01T00:00:00Z" }
    const change = await service.programs.update(id!, first)
    await service.programs.update(id!, { name: "Second", commission_percent: 5 })

    // A workflow engine that keeps its steps in Redis gives the change back as JSON.
    await service.programs.restore(id!, JSON.parse(JSON.stringify(change)) as typeof change)
    expect((await service.programs.list({}, PAGE)).rows[0]).toMatchObject({
      ...{ name: "Second", commission_percent: "5" },
      ...{ hold_period_days: 0, payout_minimums: { eur: "10.00" }, starts_at: new Date("2016-01-01T00:00:00Z") },
    })
  })

  it("two admins who change different fields at once both get their way", async () => {
    const [id] = await service.programs.create([input()])
    await Promise.all([
      ...[{ name: "Changed" }, { hold_period_days: 14 }, { commission_percent: 5 }, { attribution_window_days: 30 }].map((change) =>
        service.programs.update(id!, change)
      ),
    ])
    expect((await service.programs.list({}, PAGE)).rows[0]).toMatchObject({
      ...{ name: "Changed", hold_period_days: 14, commission_percent: "5", attribution_window_days: 30 },
    })
  })

  it("a time zone that PostgreSQL does not know is none, although JavaScript takes it", async () => {
    const refused = new InvalidInput("timezone", 'PostgreSQL knows no time zone "europe/berlin"')
    await expect(service.programs.create([input({ timezone: "europe/berlin" })])).rejects.toThrow(refused)
    const [id] = await service.programs.create([input({ timezone: "Europe/Berlin" })])
    await expect(service.programs.update(id!, { timezone: "europe/berlin" })).rejects.toThrow(refused)
    expect(await sql()("affiliate_program").pluck("timezone")).toEqual(["Europe/Berlin"])
    await service.programs.update(id!, { timezone: "Asia/Kolkata" })
    expect(await sql()("affiliate_program").pluck("timezone")).toEqual(["Asia/Kolkata"])
  })

  it("a program nobody has is not found", async () => {
    await expect(service.programs.update("affprog_nobody", { name: "x" })).rejects.toThrow(
      new MedusaError(MedusaError.Types.NOT_FOUND, "Affiliate program with id: affprog_nobody was not found")
    )
  })

  it("programs made a moment ago can be taken back", async () => {
    const ids = await service.programs.create([input(), input({ name: "Second" })])
    await service.programs.remove(ids.slice(0, 1))
    expect(await names()).toEqual(["Second"])
  })

  it("affiliates made a moment ago can be taken back, with their codes, until one of them has earned", async () => {
    const [program_id] = await service.programs.create([input()])
    await insert(sql(), "affiliate", { id: "aff_1", program_id, commission_percent: "20" }, { id: "aff_2", program_id })
    await insert(sql(), "affiliate_promo_code", { affiliate_id: "aff_1" }, { affiliate_id: "aff_2" })
    await service.affiliates.remove(["aff_1"])
    expect([await sql()("affiliate").pluck("id"), await sql()("affiliate_promo_code").pluck("affiliate_id")]).toEqual([
      ["aff_2"],
      ["aff_2"],
    ])

    const adjustment = { affiliate_id: "aff_2", amount: "1.00", currency_code: "eur", reason: "test", created_by: "user_1" }
    await service.ledger.adjust({ ...adjustment, now: new Date() })
    await expect(service.affiliates.remove(["aff_2"])).rejects.toThrow("aff_2")
    expect([await sql()("affiliate").pluck("id"), await sql()("affiliate_promo_code").pluck("affiliate_id")]).toEqual([
      ["aff_2"],
      ["aff_2"],
    ])
  })
})
