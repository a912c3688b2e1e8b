import { currencyDigits } from "../../../../domain/money/decimal"
import { insert } from "../../__tests__/rows"
import { createStoreTables } from "../../__tests__/store-tables"
import { moduleSuite } from "../../__tests__/suite"

interface Earned {
  order: string
  expense: number
  /** 10 % when absent. */
  amount?: number
  corrects?: string
  currency?: string
  /** The first order of a new customer. */
  isFirst?: true
  affiliate?: string
}

const MONTH = { measure: "expenses", span: "month", scope: "whole", after_refund: "recompute" }
const eur = (threshold: string, raise_percent: string) => ({ currency_code: "eur", threshold, raise_percent })
const FROM_1000 = { ...MONTH, tiers: [eur("1000.00", "20"), eur("5000.00", "50")] }

const exact = (amount: number, currency: string): string => amount.toFixed(currencyDigits(currency))

moduleSuite(({ service, sql }) => {
  beforeEach(async () => {
    await createStoreTables(sql())
    await insert(sql(), "affiliate_program", { id: "affprog_1", created_at: new Date("2026-01-01") })
    await insert(sql(), "affiliate", { id: "aff_1", program_id: "affprog_1" })
  })

  /** From the beginning: it is the first version of the program that is changed. */
  const set = (settings: {
    commission_tiers?: object | null
    affiliate_month_limits?: object | null
    new_customer_bonuses?: object | null
    welcome_bonuses?: object | null
  }) => sql()("affiliate_program_history").where({ program_id: "affprog_1" }).update(settings)

  const sequences = new Map<string, number>()
  beforeEach(() => sequences.clear())

  const earn = async (period: string, ...earned: Earned[]) => {
    await sql()("affiliate_period")
      .insert({
        ...{ id: `affper_${period}`, program_id: "affprog_1", period, status: "open" },
        ...{ starts_at: new Date(`${period}-01`), ends_at: new Date(`${period}-28`) },
      })
      .onConflict(["program_id", "period"])
      .ignore()
    for (const { order, expense, amount = expense / 10, corrects = null, currency = "eur", isFirst, affiliate = "aff_1" } of earned) {
      const sequence = (sequences.get(order) ?? 0) + 1
      sequences.set(order, sequence)
      if (isFirst) await insert(sql(), "affiliate_attribution", { order_id: order, is_first_order: true })
      await insert(sql(), "affiliate_commission", {
        ...{ order_id: order, sequence, expense_amount: exact(expense, currency), amount: exact(amount, currency) },
        ...{ period, corrects_period: corrects, currency_code: currency, affiliate_id: affiliate },
      })
    }
  }

  /** Previews and closes a month. @returns its lines, and what tiers and limits added to or took off them. */
  const close = async (period: string) => {
    const now = new Date("2027-01-01")
    const preview = await service.periods.preview("affprog_1", period)
    await service.periods.close({ program_id: "affprog_1", period, closed_by: "test", now })
    const lines = await service.periods.listLines("affprog_1", period)
    expect(lines).toEqual(preview)
    const rows = await sql()("affiliate_period_commission").where({ period }).orderBy(["currency_code", "corrects_period", "kind"])
    return [
      ...lines.map(({ expense_amount, amount, currency_code, outcome }) => `${expense_amount} ${amount} ${currency_code} ${outcome}`),
      ...rows.map((row: Record<string, string | null>) =>
        [row.kind, row.amount, row.currency_code, row.corrects_period, `of ${row.base_amount}`, row.threshold && `from ${row.threshold}`]
          .filter((text) => text !== null)
          .join(" ")
      ),
    ]
  }

  describe("a threshold is reached by its exact amount, and the whole month is raised", () => {
    it.each([
      [999.99, ["999.99 100.00 eur credited"]],
      [1000, ["1000.00 120.00 eur credited", "tier 20.00 eur of 100.00 from 1000.00"]],
      [4999.99, ["4999.99 600.00 eur credited", "tier 100.00 eur of 500.00 from 1000.00"]],
      [5000, ["5000.00 750.00 eur credited", "tier 250.00 eur of 500.00 from 5000.00"]],
    ])("%d", async (expense, expected) => {
      await set({ commission_tiers: FROM_1000 })
      await earn("2026-04", { order: "x", expense, amount: Math.round(expense * 10) / 100 })
      expect(await close("2026-04")).toEqual(expected)
    })
  })

  describe("only what lies beyond each threshold is raised, bracket by bracket", () => {
    it.each([
      [1000, []],
      // 500 of 1500 lie beyond: 150 × 1/3 × 20 %.
      [1500, ["tier 10.00 eur of 150.00 from 1000.00"]],
      // 4000 at 20 %, 3000 at 50 %.
      [8000, ["tier 230.00 eur of 800.00 from 5000.00"]],
    ])("%d", async (expense, expected) => {
      await set({ commission_tiers: { ...FROM_1000, scope: "beyond" } })
      await earn("2026-04", { order: "x", expense })
      expect((await close("2026-04")).slice(1)).toEqual(expected)
    })

    it("is rounded once", async () => {
      await set({ commission_tiers: { ...MONTH, scope: "beyond", tiers: [eur("1.00", "10"), eur("2.00", "20")] } })
      // 1.00 × (1 × 10 % + 1 × 20 %) ÷ 3 = 0.1; 0.05 × 0.3 ÷ 3 = 0.005, half away from zero.
      await earn("2026-04", { order: "x", expense: 3, amount: 0.05 })
      expect((await close("2026-04"))[1]).toBe("tier 0.01 eur of 0.05 from 2.00")
    })
  })

  it("each currency has thresholds of its own, and another none", async () => {
    await set({
      commission_tiers: { ...MONTH, tiers: [eur("1000.00", "20"), { currency_code: "jpy", threshold: "1000", raise_percent: "5" }] },
    })
    await earn(
      "2026-04",
      { order: "x", expense: 1000 },
      { order: "y", expense: 2000, currency: "jpy" },
      { order: "z", expense: 9000, currency: "usd" }
    )
    expect((await close("2026-04")).slice(3)).toEqual(["tier 20.00 eur of 100.00 from 1000.00", "tier 10 jpy of 200 from 1000"])
  })

  it("counts orders that are still worth something, in every currency that no tier names", async () => {
    await set({ commission_tiers: { ...MONTH, measure: "orders", tiers: [{ currency_code: null, threshold: "3", raise_percent: "50" }] } })
    await earn(
      "2026-04",
      { order: "a", expense: 10 },
      { order: "b", expense: 10 },
      { order: "c", expense: 10 },
      { order: "c", expense: -10 }
    )
    expect(await close("2026-04")).toEqual(["20.00 2.00 eur credited"])
    await earn(
      "2026-05",
      { order: "d", expense: 10 },
      { order: "e", expense: 10 },
      { order: "f", expense: 10 },
      { order: "f", expense: -5 }
    )
    expect((await close("2026-05")).slice(1)).toEqual(["tier 1.25 eur of 2.50 from 3"])
  })

  it("a quarter counts from its beginning, and raises the month in which it is reached", async () => {
    await set({ commission_tiers: { ...FROM_1000, span: "quarter" } })
    await earn("2026-03", { order: "w", expense: 5000 })
    await earn("2026-04", { order: "x", expense: 700 })
    await earn("2026-05", { order: "y", expense: 300 })
    expect((await close("2026-03")).slice(1)).toEqual(["tier 250.00 eur of 500.00 from 5000.00"])
    expect((await close("2026-04")).slice(1)).toEqual([])
    expect((await close("2026-05")).slice(1)).toEqual(["tier 6.00 eur of 30.00 from 1000.00"])
    // A refund of April takes the quarter below the threshold again, and so May's raise back.
    await earn("2026-06", { order: "x", expense: -100, corrects: "2026-04" })
    expect(await close("2026-06")).toEqual(["-100.00 -16.00 eur credited", "tier -6.00 eur 2026-05 of 30.00"])
  })

  it("what lies beyond a threshold of a lifetime is of the month that passes it", async () => {
    await set({ commission_tiers: { ...FROM_1000, span: "lifetime", scope: "beyond" } })
    await earn("2026-02", { order: "w", expense: 800 })
    await earn("2026-05", { order: "x", expense: 400 })
    await earn("2026-06", { order: "y", expense: 100 })
    expect((await close("2026-02")).slice(1)).toEqual([])
    // Half of 400 lies beyond 1000.
    expect((await close("2026-05")).slice(1)).toEqual(["tier 4.00 eur of 40.00 from 1000.00"])
    expect((await close("2026-06")).slice(1)).toEqual(["tier 2.00 eur of 10.00 from 1000.00"])
  })

  describe("a refund after the close never changes the closed month", () => {
    const refunded = async (after_refund: "recompute" | "keep") => {
      await set({ commission_tiers: { ...FROM_1000, after_refund } })
      await earn("2026-04", { order: "x", expense: 900 }, { order: "y", expense: 300 })
      expect(await close("2026-04")).toEqual(["1200.00 144.00 eur credited", "tier 24.00 eur of 120.00 from 1000.00"])
      await earn("2026-05", { order: "y", expense: -300, corrects: "2026-04" })
      const may = await close("2026-05")
      await earn("2026-06", { order: "x", expense: -900, corrects: "2026-04" })
      return [may, await close("2026-06")]
    }

    it("recompute: the raise is taken back in the open month, to nothing", async () => {
      expect(await refunded("recompute")).toEqual([
        ["-300.00 -54.00 eur credited", "tier -24.00 eur 2026-04 of 90.00"],
        ["-900.00 -90.00 eur credited"],
      ])
    })

    it("keep: what was raised once stays", async () => {
      expect(await refunded("keep")).toEqual([["-300.00 -30.00 eur credited"], ["-900.00 -90.00 eur credited"]])
    })
  })

  it("an order that comes late raises the closed month it belongs to, and of a month without a line the open one", async () => {
    await set({ commission_tiers: FROM_1000 })
    await earn("2026-04", { order: "x", expense: 900 })
    await close("2026-04")
    await earn(
      "2026-05",
      { order: "y", expense: 100, corrects: "2026-04" },
      { order: "z", expense: 950, corrects: "2026-03" },
      { order: "v", expense: 50 }
    )
    expect(await close("2026-05")).toEqual([
      "1100.00 150.00 eur credited",
      "tier 20.00 eur 2026-04 of 100.00 from 1000.00",
      "tier 20.00 eur of 100.00 from 1000.00",
    ])
  })

  it("a month is closed by the tiers and limits that held at its end", async () => {
    await set({ commission_tiers: FROM_1000 })
    const [first] = await sql()("affiliate_program_history").where({ program_id: "affprog_1" })
    const later = { ...first, commission_tiers: null, affiliate_month_limits: { eur: "50.00" } } as Record<string, unknown>
    await sql()("affiliate_program_history").insert({ ...later, valid_from: new Date("2026-05-01T00:00:00.000Z") })
    await earn("2026-04", { order: "x", expense: 1000 })
    await earn("2026-05", { order: "y", expense: 1000 })
    expect(await close("2026-04")).toEqual(["1000.00 120.00 eur credited", "tier 20.00 eur of 100.00 from 1000.00"])
    expect(await close("2026-05")).toEqual(["1000.00 50.00 eur credited", "limit -50.00 eur of 100.00 from 50.00"])
    await earn("2026-06", { order: "x", expense: -1, corrects: "2026-04" }, { order: "y", expense: -100, corrects: "2026-05" })
    expect(await close("2026-06")).toEqual([
      "-101.00 -20.10 eur credited",
      "tier -20.00 eur 2026-04 of 99.90",
      "limit 10.00 eur 2026-05 of 90.00 from 50.00",
    ])
  })

  it("the limit of a month comes after its tier, and a refund is first taken from what lay above it", async () => {
    await set({ commission_tiers: FROM_1000, affiliate_month_limits: { eur: "110.00" } })
    await earn("2026-04", { order: "x", expense: 1200 }, { order: "y", expense: 300 })
    expect(await close("2026-04")).toEqual([
      "1500.00 110.00 eur credited",
      "limit -70.00 eur of 180.00 from 110.00",
      "tier 30.00 eur of 150.00 from 1000.00",
    ])
    await earn("2026-05", { order: "y", expense: -300, corrects: "2026-04" })
    expect(await close("2026-05")).toEqual([
      "-300.00 0.00 eur credited",
      "limit 36.00 eur 2026-04 of 144.00 from 110.00",
      "tier -6.00 eur 2026-04 of 120.00 from 1000.00",
    ])
    await earn("2026-06", { order: "x", expense: -1200, corrects: "2026-04" })
    expect(await close("2026-06")).toEqual([
      "-1200.00 -110.00 eur credited",
      "limit 34.00 eur 2026-04 of 0.00 from 110.00",
      "tier -24.00 eur 2026-04 of 0.00",
    ])
  })

  describe("each new customer brings a bonus", () => {
    it("for a first order that is worth something, in a currency that has an amount", async () => {
      await set({ new_customer_bonuses: { eur: "5.00", jpy: "700" } })
      await earn(
        "2026-04",
        { order: "a", expense: 10, isFirst: true },
        { order: "b", expense: 20, isFirst: true },
        { order: "c", expense: 30 },
        { order: "d", expense: 40, isFirst: true },
        { order: "d", expense: -40 },
        { order: "e", expense: 1000, isFirst: true, currency: "jpy" },
        { order: "f", expense: 10, isFirst: true, currency: "usd" }
      )
      expect(await close("2026-04")).toEqual([
        "60.00 16.00 eur credited",
        "1000 800 jpy credited",
        "10.00 1.00 usd credited",
        "new_customer 10.00 eur of 5.00",
        "new_customer 700 jpy of 700",
      ])
      expect(await sql()("affiliate_period_commission").where({ currency_code: "eur" }).first()).toMatchObject({
        ...{ measure: "orders", measured: "2", threshold: null, raise_percent: null },
      })
    })

    it("which an order that is taken back later takes along, in parts or at once, and one that comes back brings again", async () => {
      await set({ new_customer_bonuses: { eur: "5.00" } })
      await earn("2026-04", { order: "a", expense: 10, isFirst: true }, { order: "b", expense: 20, isFirst: true })
      expect((await close("2026-04")).slice(1)).toEqual(["new_customer 10.00 eur of 5.00"])
      await earn("2026-05", { order: "a", expense: -4, corrects: "2026-04" })
      expect(await close("2026-05")).toEqual(["-4.00 -0.40 eur credited"])
      await earn("2026-06", { order: "a", expense: -6, corrects: "2026-04" }, { order: "b", expense: -20, corrects: "2026-04" })
      expect(await close("2026-06")).toEqual(["-26.00 -12.60 eur credited", "new_customer -10.00 eur 2026-04 of 5.00"])
      await earn("2026-07", { order: "a", expense: 10, corrects: "2026-04" })
      expect(await close("2026-07")).toEqual(["10.00 6.00 eur credited", "new_customer 5.00 eur 2026-04 of 5.00"])
    })

    it("which no tier raises, and which the limit of the month includes", async () => {
      await set({ commission_tiers: FROM_1000, affiliate_month_limits: { eur: "123.00" }, new_customer_bonuses: { eur: "5.00" } })
      await earn("2026-04", { order: "a", expense: 900, isFirst: true }, { order: "b", expense: 100 })
      expect(await close("2026-04")).toEqual([
        "1000.00 123.00 eur credited",
        "limit -2.00 eur of 125.00 from 123.00",
        "new_customer 5.00 eur of 5.00",
        "tier 20.00 eur of 100.00 from 1000.00",
      ])
      await earn("2026-05", { order: "a", expense: -900, corrects: "2026-04" })
      expect(await close("2026-05")).toEqual([
        "-900.00 -113.00 eur credited",
        "limit 2.00 eur 2026-04 of 10.00 from 123.00",
        "new_customer -5.00 eur 2026-04 of 5.00",
        "tier -20.00 eur 2026-04 of 10.00",
      ])
    })

    it("of the amount that held at the end of the month in which the order counts", async () => {
      await set({ new_customer_bonuses: { eur: "5.00" } })
      const [first] = await sql()("affiliate_program_history").where({ program_id: "affprog_1" })
      const later = { ...first, new_customer_bonuses: { eur: "8.00" } } as Record<string, unknown>
      await sql()("affiliate_program_history").insert({ ...later, valid_from: new Date("2026-05-01T00:00:00.000Z") })
      await earn("2026-04", { order: "a", expense: 10, isFirst: true })
      await earn("2026-05", { order: "b", expense: 10, isFirst: true })
      expect((await close("2026-04")).slice(1)).toEqual(["new_customer 5.00 eur of 5.00"])
      expect((await close("2026-05")).slice(1)).toEqual(["new_customer 8.00 eur of 8.00"])
      await earn("2026-06", { order: "a", expense: -10, corrects: "2026-04" }, { order: "c", expense: 10, isFirst: true })
      expect((await close("2026-06")).slice(1)).toEqual(["new_customer -5.00 eur 2026-04 of 5.00", "new_customer 8.00 eur of 8.00"])
    })
  })

  describe("the first month with an order brings a welcome bonus", () => {
    it("once, however many orders and months follow", async () => {
      await set({ welcome_bonuses: { eur: "25.00" } })
      await earn("2026-04", { order: "a", expense: 10 }, { order: "a", expense: -10 })
      expect(await close("2026-04")).toEqual(["0.00 0.00 eur credited"])
      await earn("2026-05", { order: "b", expense: 10 }, { order: "c", expense: 10 })
      expect(await close("2026-05")).toEqual(["20.00 27.00 eur credited", "welcome 25.00 eur of 25.00"])
      await earn("2026-06", { order: "d", expense: 10 })
      expect((await close("2026-06")).slice(1)).toEqual([])
    })

    it("also in a preview while the month before is still open, in whichever currency that one earned", async () => {
      await set({ welcome_bonuses: { eur: "25.00", usd: "30.00" } })
      await earn("2026-04", { order: "a", expense: 10 })
      await earn("2026-05", { order: "b", expense: 10, currency: "usd" })
      const amounts = async (period: string) => (await service.periods.preview("affprog_1", period)).map(({ amount }) => amount)
      expect([await amounts("2026-04"), await amounts("2026-05")]).toEqual([["26.00"], ["1.00"]])
      await close("2026-04")
      expect(await amounts("2026-05")).toEqual(["1.00"])
    })

    it("over all currencies: of that month, in one that has an amount", async () => {
      await set({ welcome_bonuses: { eur: "25.00", usd: "30.00" } })
      await earn(
        "2026-04",
        { order: "a", expense: 10, currency: "chf" },
        { order: "b", expense: 10, currency: "usd" },
        { order: "c", expense: 10 }
      )
      expect((await close("2026-04")).slice(3)).toEqual(["welcome 25.00 eur of 25.00"])
      await earn("2026-05", { order: "d", expense: 10, currency: "usd" })
      expect((await close("2026-05")).slice(1)).toEqual([])
      // What is taken back in one currency brings it in another, where nothing else happened.
      await earn("2026-06", { order: "c", expense: -10, corrects: "2026-04" })
      expect(await close("2026-06")).toEqual([
        ...["-10.00 -26.00 eur credited", "0.00 30.00 usd credited"],
        ...["welcome -25.00 eur 2026-04 of 25.00", "welcome 30.00 usd 2026-04 of 30.00"],
      ])
    })

    it("none where the first month had none, or its currencies have no amount", async () => {
      const [first] = await sql()("affiliate_program_history").where({ program_id: "affprog_1" })
      const later = { ...first, welcome_bonuses: { eur: "25.00" } } as Record<string, unknown>
      await sql()("affiliate_program_history").insert({ ...later, valid_from: new Date("2026-05-01T00:00:00.000Z") })
      await insert(sql(), "affiliate", { id: "aff_2", program_id: "affprog_1" })
      await earn("2026-04", { order: "a", expense: 10 })
      await close("2026-04")
      await earn("2026-05", { order: "b", expense: 10 }, { order: "c", expense: 10, affiliate: "aff_2", currency: "chf" })
      expect((await close("2026-05")).slice(2)).toEqual([])
      await earn("2026-06", { order: "d", expense: 10, affiliate: "aff_2" })
      expect((await close("2026-06")).slice(1)).toEqual([])
    })

    it("which moves to the next month with an order when all of the month's orders are taken back, and back again", async () => {
      await set({ welcome_bonuses: { eur: "25.00" }, affiliate_month_limits: { eur: "20.00" } })
      await earn("2026-04", { order: "a", expense: 10 }, { order: "b", expense: 10 })
      expect((await close("2026-04")).slice(1)).toEqual(["limit -7.00 eur of 27.00 from 20.00", "welcome 25.00 eur of 25.00"])
      await earn("2026-05", { order: "c", expense: 50 })
      expect((await close("2026-05")).slice(1)).toEqual([])
      await earn("2026-06", { order: "a", expense: -10, corrects: "2026-04" }, { order: "d", expense: 10 })
      expect((await close("2026-06")).slice(1)).toEqual(["limit 1.00 eur 2026-04 of 26.00 from 20.00"])
      await earn("2026-07", { order: "b", expense: -10, corrects: "2026-04" })
      expect(await close("2026-07")).toEqual([
        "-10.00 -5.00 eur credited",
        ...["limit 6.00 eur 2026-04 of 0.00 from 20.00", "welcome -25.00 eur 2026-04 of 25.00"],
        ...["limit -10.00 eur 2026-05 of 30.00 from 20.00", "welcome 25.00 eur 2026-05 of 25.00"],
      ])
      await earn("2026-08", { order: "b", expense: 10, corrects: "2026-04" })
      expect((await close("2026-08")).filter((text) => text.startsWith("welcome"))).toEqual([
        "welcome 25.00 eur 2026-04 of 25.00",
        "welcome -25.00 eur 2026-05 of 25.00",
      ])
    })
  })

  it("goes with what it belongs to: withheld with a withheld month, and credited with a correction of a credited one", async () => {
    await set({ commission_tiers: FROM_1000 })
    await earn("2026-04", { order: "x", expense: 1000 })
    await close("2026-04")
    await sql()("affiliate").where({ id: "aff_1" }).update({ deleted_at: new Date() })
    await earn("2026-05", { order: "x", expense: -500, corrects: "2026-04" }, { order: "y", expense: 2000 })
    expect(await close("2026-05")).toEqual([
      "-500.00 -70.00 eur credited",
      "2000.00 240.00 eur withheld",
      "tier -20.00 eur 2026-04 of 50.00",
      "tier 40.00 eur of 200.00 from 1000.00",
    ])
  })

  it("what takes a tier back counts in the balance as soon as it is recorded", async () => {
    await sql()("affiliate_program").update({ hold_period_days: 20 })
    await set({ commission_tiers: FROM_1000 })
    await earn("2026-04", { order: "x", expense: 1000 })
    await close("2026-04")
    await earn("2026-05", { order: "x", expense: -500, corrects: "2026-04" })
    await close("2026-05")
    const balance = async (at: string) => (await service.ledger.listBalances(["aff_1"], new Date(at))).get("aff_1")
    expect(await balance("2026-06-10")).toMatchObject([{ available: "50.00", pending: "0.00" }])
    expect(await balance("2026-06-25")).toMatchObject([{ available: "50.00", pending: "0.00" }])
  })
})
