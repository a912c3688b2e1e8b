import { insert } from "../../__tests__/rows"
import { createStoreTables } from "../../__tests__/store-tables"
import { moduleSuite } from "../../__tests__/suite"

const CHOICES = { measure: "expenses", span: "month", scope: "whole", after_refund: "recompute" }
const eur = (threshold: string, raise_percent: string) => ({ currency_code: "eur", threshold, raise_percent })
const TIERS = { ...CHOICES, tiers: [eur("1000.00", "20"), eur("5000.00", "50")] }
const NOW = new Date("2026-05-20T12:00:00Z")

/** How far an affiliate is from the next tier, beside what a close of the month counts. */
moduleSuite(({ service, sql }) => {
  beforeEach(async () => {
    await createStoreTables(sql())
    await insert(sql(), "affiliate_program", { id: "affprog_1", created_at: new Date("2026-01-01") })
    for (const id of ["aff_1", "aff_2"]) await insert(sql(), "affiliate", { id, program_id: "affprog_1" })
    for (const period of ["2026-03", "2026-04", "2026-05"]) {
      await sql()("affiliate_period").insert({
        ...{ id: `affper_${period}`, program_id: "affprog_1", period, status: "open" },
        ...{ starts_at: new Date(`${period}-01`), ends_at: new Date(`${period}-28`) },
      })
    }
  })

  const set = (commission_tiers: object) => sql()("affiliate_program").update({ commission_tiers })
  const sequences = new Map<string, number>()
  beforeEach(() => sequences.clear())

  const earn = async (period: string, order_id: string, expense: string, more: { currency_code?: string; affiliate_id?: string } = {}) => {
    const sequence = (sequences.get(order_id) ?? 0) + 1
    sequences.set(order_id, sequence)
    const corrects_period = sequence > 1 && period !== "2026-03" ? "2026-03" : null
    await insert(sql(), "affiliate_commission", {
      ...{ order_id, sequence, period, corrects_period, affiliate_id: "aff_1", currency_code: "eur" },
      ...{ expense_amount: expense, amount: "1.00", ...more },
    })
  }
  const progress = async () =>
    (await service.periods.listTierProgress("aff_1", NOW)).map((row) =>
      [row.currency_code, row.measured, row.raise_percent, row.next_threshold, row.next_raise_percent].join(" ")
    )
  const closeMarch = () => service.periods.close({ program_id: "affprog_1", period: "2026-03", closed_by: "test", now: NOW })

  it("is nothing without tiers, and begins at zero", async () => {
    expect(await progress()).toEqual([])
    await set(TIERS)
    expect(await progress()).toEqual(["eur 0.00  1000.00 20"])
  })

  it.each([
    ["999.99", "eur 999.99  1000.00 20"],
    ["1000.00", "eur 1000.00 20 5000.00 50"],
    ["5000.00", "eur 5000.00 50  "],
    ["-20.00", "eur -20.00  1000.00 20"],
  ])("expenses of %s", async (expense, expected) => {
    await set(TIERS)
    await earn("2026-05", "x", expense)
    await earn("2026-05", "y", "700.00", { affiliate_id: "aff_2" })
    await earn("2026-05", "z", "300.00", { currency_code: "usd" })
    await earn("2026-04", "w", "40.00")
    expect(await progress()).toEqual([expected])
  })

  it.each([
    ["month", "eur 100.00  1000.00 20"],
    ["quarter", "eur 600.00  1000.00 20"],
    ["lifetime", "eur 3600.00 20 5000.00 50"],
  ])("of the %s, where a refund of a closed month belongs to that month", async (span, expected) => {
    await set({ ...TIERS, span })
    await earn("2026-03", "march", "4000.00")
    await closeMarch()
    await earn("2026-04", "april", "500.00")
    await earn("2026-05", "may", "100.00")
    await earn("2026-05", "march", "-1000.00")
    expect(await progress()).toEqual([expected])
  })

  it("counts the orders that are still worth something, in every currency that is earned in", async () => {
    await set({ ...CHOICES, measure: "orders", tiers: [{ currency_code: null, threshold: "2", raise_percent: "5" }] })
    await earn("2026-05", "a", "10.00")
    await earn("2026-05", "b", "10.00")
    await earn("2026-05", "b", "-10.00")
    await earn("2026-05", "c", "10.00", { currency_code: "usd" })
    await earn("2026-05", "d", "10.00", { currency_code: "usd" })
    expect(await progress()).toEqual(["eur 1  2 5", "usd 2 5  "])
  })

  it.each(["month", "quarter", "lifetime"])("is what the month's own rows count: %s", async (span) => {
    await set({ ...TIERS, span })
    await sql()("affiliate_program_history").update({ commission_tiers: { ...TIERS, span } })
    await earn("2026-03", "march", "1500.00")
    await closeMarch()
    await earn("2026-05", "may", "2345.67")
    await earn("2026-05", "march", "-700.00")
    const detail = await service.periods.retrieve("affprog_1", "2026-05")
    const own = detail?.period_commissions.find(({ kind, corrects_period }) => kind === "tier" && corrects_period === null)
    expect((await service.periods.listTierProgress("aff_1", NOW))[0]).toMatchObject({
      measured: own?.measured,
      raise_percent: own?.raise_percent,
    })
  })
})
