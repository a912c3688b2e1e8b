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
    month_budgets?: object | null
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

  describe("the budget of a month is shared by all affiliates", () => {
    beforeEach(() => Promise.all(["aff_2", "aff_3"].map((id) => insert(sql(), "affiliate", { id, program_id: "affprog_1" }))))

    /** Closes a month. @returns what each affiliate's line comes to, and the rows of the budget. */
    const share = async (period: string) => {
      await close(period)
      const lines = await service.periods.listLines("affprog_1", period)
      const rows = await sql()("affiliate_period_commission")
        .where({ period, kind: "budget" })
        .orderBy(["corrects_period", "currency_code", "affiliate_id"])
      return [
        lines.map(({ affiliate_id, amount, currency_code }) => `${affiliate_id} ${amount} ${currency_code}`),
        rows.map(({ affiliate_id, amount, corrects_period, base_amount, measured, threshold }: Record<string, string | null>) =>
          [affiliate_id, amount, corrects_period, `of ${base_amount}, all ${measured} of ${threshold}`].filter(Boolean).join(" ")
        ),
      ]
    }

    /** What a home month came to over all closes. */
    const worthOf = async (home: string): Promise<string> => {
      const { rows } = await sql().raw<{ rows: { amount: string }[] }>(
        `SELECT sum(amount)::text AS amount FROM (
           SELECT amount, coalesce(corrects_period, period) AS home FROM affiliate_commission
           UNION ALL SELECT amount, coalesce(corrects_period, period) FROM affiliate_period_commission
         ) earned WHERE home = ?`,
        [home]
      )
      return rows[0]!.amount
    }

    it.each([
      ["200.01", []],
      ["200.00", []],
      ["199.99", ["aff_2 -0.01 of 100.00, all 200.00 of 199.99"]],
      ["100.00", ["aff_1 -50.00 of 100.00, all 200.00 of 100.00", "aff_2 -50.00 of 100.00, all 200.00 of 100.00"]],
      ["0.00", ["aff_1 -100.00 of 100.00, all 200.00 of 0.00", "aff_2 -100.00 of 100.00, all 200.00 of 0.00"]],
    ])("200.00 of %s", async (budget, expected) => {
      await set({ month_budgets: { eur: budget } })
      await earn("2026-04", { order: "a", expense: 1000 }, { order: "b", expense: 1000, affiliate: "aff_2" })
      const [lines, rows] = await share("2026-04")
      expect(rows).toEqual(expected)
      expect(lines).toHaveLength(2)
    })

    it("to the last cent, whatever does not divide", async () => {
      await set({ month_budgets: { eur: "1.00", jpy: "100" } })
      await earn(
        "2026-04",
        ...["aff_1", "aff_2", "aff_3"].flatMap((affiliate) => [
          { order: `a${affiliate}`, expense: 10, affiliate },
          { order: `b${affiliate}`, expense: 10_000, affiliate, currency: "jpy" },
          { order: `c${affiliate}`, expense: 10_000, affiliate, currency: "usd" },
        ])
      )
      // Thirds of 1.00 end at 0.33, 0.67 and 1.00; what the second one gets is what lies between.
      expect(await share("2026-04")).toEqual([
        [
          ...["aff_1 0.33 eur", "aff_1 33 jpy", "aff_1 1000.00 usd"],
          ...["aff_2 0.34 eur", "aff_2 34 jpy", "aff_2 1000.00 usd"],
          ...["aff_3 0.33 eur", "aff_3 33 jpy", "aff_3 1000.00 usd"],
        ],
        [
          "aff_1 -0.67 of 1.00, all 3.00 of 1.00",
          "aff_2 -0.66 of 1.00, all 3.00 of 1.00",
          "aff_3 -0.67 of 1.00, all 3.00 of 1.00",
          "aff_1 -967 of 1000, all 3000 of 100",
          "aff_2 -966 of 1000, all 3000 of 100",
          "aff_3 -967 of 1000, all 3000 of 100",
        ],
      ])
    })

    it("a month below zero makes no room, and a currency is one however it is written", async () => {
      await set({ month_budgets: { eur: "90.00" } })
      await earn(
        "2026-04",
        { order: "a", expense: 600 },
        { order: "b", expense: -600, affiliate: "aff_2" },
        { order: "c", expense: 1200, affiliate: "aff_3", currency: "EUR" }
      )
      expect(await share("2026-04")).toEqual([
        ["aff_1 30.00 eur", "aff_2 -60.00 eur", "aff_3 60.00 EUR"],
        ["aff_3 -60.00 of 120.00, all 180.00 of 90.00", "aff_1 -30.00 of 60.00, all 180.00 of 90.00"],
      ])
    })

    it("after tiers, bonuses and each affiliate's own limit", async () => {
      await set({
        ...{ commission_tiers: FROM_1000, affiliate_month_limits: { eur: "110.00" }, welcome_bonuses: { eur: "5.00" } },
        month_budgets: { eur: "100.00" },
      })
      // 100.00 + 20.00 + 5.00, limited to 110.00; 85.00 + 5.00.
      await earn("2026-04", { order: "a", expense: 1000 }, { order: "b", expense: 850, affiliate: "aff_2" })
      expect(await share("2026-04")).toEqual([
        ["aff_1 55.00 eur", "aff_2 45.00 eur"],
        ["aff_1 -55.00 of 110.00, all 200.00 of 100.00", "aff_2 -45.00 of 90.00, all 200.00 of 100.00"],
      ])
    })

    it("what a refund frees goes to the others, at the next close, and all of it stays the budget until there is less", async () => {
      await set({ month_budgets: { eur: "100.00" } })
      await earn(
        "2026-04",
        { order: "a", expense: 1000 },
        { order: "b", expense: 1000, affiliate: "aff_2" },
        { order: "c", expense: 2000, affiliate: "aff_3" }
      )
      expect((await share("2026-04"))[0]).toEqual(["aff_1 25.00 eur", "aff_2 25.00 eur", "aff_3 50.00 eur"])
      await earn("2026-05", { order: "c", expense: -2000, corrects: "2026-04", affiliate: "aff_3" })
      expect(await share("2026-05")).toEqual([
        ["aff_1 25.00 eur", "aff_2 25.00 eur", "aff_3 -50.00 eur"],
        [
          "aff_1 25.00 2026-04 of 100.00, all 200.00 of 100.00",
          "aff_2 25.00 2026-04 of 100.00, all 200.00 of 100.00",
          "aff_3 150.00 2026-04 of 0.00, all 200.00 of 100.00",
        ],
      ])
      expect(await worthOf("2026-04")).toBe("100.00")
      await earn("2026-06", { order: "b", expense: -900, corrects: "2026-04", affiliate: "aff_2" })
      expect((await share("2026-06"))[0]).toEqual(["aff_1 40.91 eur", "aff_2 -40.91 eur"])
      expect(await worthOf("2026-04")).toBe("100.00")
      await earn("2026-07", { order: "a", expense: -900, corrects: "2026-04" }, { order: "d", expense: 10, affiliate: "aff_3" })
      expect(await share("2026-07")).toEqual([
        ["aff_1 -80.91 eur", "aff_2 0.91 eur", "aff_3 1.00 eur"],
        ["aff_1 9.09 2026-04 of 10.00, all 20.00 of 100.00", "aff_2 0.91 2026-04 of 10.00, all 20.00 of 100.00"],
      ])
      expect(await worthOf("2026-04")).toBe("20.00")
      // What comes back late is shared again, and a close that was done is not done twice.
      await earn("2026-08", { order: "a", expense: 9900, corrects: "2026-04" })
      expect((await share("2026-08"))[0]).toEqual(["aff_1 89.01 eur", "aff_2 -9.01 eur"])
      expect(await worthOf("2026-04")).toBe("100.00")
      expect((await share("2026-08"))[0]).toEqual(["aff_1 89.01 eur", "aff_2 -9.01 eur"])
    })

    it("by the budget that held at the end of the month, also when a later month changes it", async () => {
      await set({ month_budgets: { eur: "100.00" } })
      const [first] = await sql()("affiliate_program_history").where({ program_id: "affprog_1" })
      const version = (valid_from: string, month_budgets: object | null) =>
        sql()("affiliate_program_history").insert({ ...first, month_budgets, valid_from: new Date(valid_from) } as Record<string, unknown>)
      await version("2026-05-15T00:00:00.000Z", { eur: "50.00" })
      await version("2026-06-01T00:00:00.000Z", null)
      const both = (suffix: string) => [
        { order: `a${suffix}`, expense: 1000 },
        { order: `b${suffix}`, expense: 1000, affiliate: "aff_2" },
      ]
      await earn("2026-04", ...both("4"))
      expect((await share("2026-04"))[0]).toEqual(["aff_1 50.00 eur", "aff_2 50.00 eur"])
      await earn("2026-05", ...both("5"))
      expect((await share("2026-05"))[0]).toEqual(["aff_1 25.00 eur", "aff_2 25.00 eur"])
      await earn("2026-06", ...both("6"), { order: "a4", expense: -1000, corrects: "2026-04" })
      expect(await share("2026-06")).toEqual([
        ["aff_1 50.00 eur", "aff_2 150.00 eur"],
        ["aff_1 50.00 2026-04 of 0.00, all 100.00 of 100.00", "aff_2 50.00 2026-04 of 100.00, all 100.00 of 100.00"],
      ])
    })

    it("a raise that a refund of another month takes back frees budget too", async () => {
      await set({ commission_tiers: { ...FROM_1000, span: "quarter" }, month_budgets: { eur: "60.00" } })
      await earn("2026-04", { order: "a", expense: 500 })
      await earn("2026-05", { order: "b", expense: 500 }, { order: "c", expense: 600, affiliate: "aff_2" })
      expect((await share("2026-04"))[0]).toEqual(["aff_1 50.00 eur"])
      // 50.00 raised to 60.00, and 60.00.
      expect((await share("2026-05"))[0]).toEqual(["aff_1 30.00 eur", "aff_2 30.00 eur"])
      await earn("2026-06", { order: "a", expense: -100, corrects: "2026-04" })
      expect(await share("2026-06")).toEqual([
        ["aff_1 -12.73 eur", "aff_2 2.73 eur"],
        ["aff_1 7.27 2026-05 of 50.00, all 110.00 of 60.00", "aff_2 2.73 2026-05 of 60.00, all 110.00 of 60.00"],
      ])
    })

    it("with the welcome of everybody who shares it, in whichever currency they began", async () => {
      await set({ month_budgets: { eur: "40.00" }, welcome_bonuses: { usd: "8.00", eur: "10.00" } })
      await earn("2026-03", { order: "z", expense: 10, affiliate: "aff_2", currency: "usd" })
      await close("2026-03")
      await earn("2026-04", { order: "a", expense: 400 }, { order: "b", expense: 500, affiliate: "aff_2" })
      expect((await share("2026-04"))[0]).toEqual(["aff_1 20.00 eur", "aff_2 20.00 eur"])
      await earn("2026-05", { order: "c", expense: 10, affiliate: "aff_3" }, { order: "a", expense: -100, corrects: "2026-04" })
      expect((await share("2026-05"))[1]).toEqual([
        "aff_1 7.78 2026-04 of 40.00, all 90.00 of 40.00",
        "aff_2 2.22 2026-04 of 50.00, all 90.00 of 40.00",
      ])
    })

    it("a preview while the month before is open counts nothing twice, and a withheld line keeps its part", async () => {
      await set({ month_budgets: { eur: "50.00" } })
      await sql()("affiliate").where({ id: "aff_2" }).update({ deleted_at: new Date() })
      await earn("2026-04", { order: "a", expense: 1000 }, { order: "b", expense: 1000, affiliate: "aff_2" })
      await earn("2026-05", { order: "c", expense: 1000 })
      const preview = async (period: string) =>
        (await service.periods.preview("affprog_1", period)).map(({ amount, outcome }) => `${amount} ${outcome}`)
      const expected = [["25.00 credited", "25.00 withheld"], ["50.00 credited"]]
      expect([await preview("2026-04"), await preview("2026-05")]).toEqual(expected)
      await close("2026-04")
      expect([await preview("2026-04"), await preview("2026-05")]).toEqual(expected)
      // What is freed follows the line that it belongs to.
      await earn("2026-05", { order: "a", expense: -600, corrects: "2026-04" })
      expect(await preview("2026-05")).toEqual(["39.29 credited", "10.71 withheld"])
      await close("2026-05")
      expect(await preview("2026-05")).toEqual(["39.29 credited", "10.71 withheld"])
    })

    it("a preview leaves what an earlier open month corrects to the close of that month", async () => {
      await set({ month_budgets: { eur: "100.00" } })
      await earn("2026-04", { order: "a", expense: 2000 }, { order: "b", expense: 2000, affiliate: "aff_2" })
      await close("2026-04")
      await earn("2026-05", { order: "a", expense: -2000, corrects: "2026-04" })
      await earn("2026-06", { order: "c", expense: 500, affiliate: "aff_2" })
      const preview = async (period: string) =>
        (await service.periods.preview("affprog_1", period)).map(({ affiliate_id, amount }) => `${affiliate_id} ${amount}`)
      expect(await preview("2026-05")).toEqual(["aff_1 -50.00", "aff_2 50.00"])
      expect(await preview("2026-06")).toEqual(["aff_2 50.00"])
      await earn("2026-06", { order: "b", expense: -1000, corrects: "2026-04", affiliate: "aff_2" })
      // Beside 200.00 of the first one, 100.00 get a third of the budget instead of a half: 33.33 of it, not 100.00.
      expect(await preview("2026-06")).toEqual(["aff_1 16.67", "aff_2 33.33"])
      await close("2026-05")
      expect(await preview("2026-06")).toEqual(["aff_2 50.00"])
    })

    it("what a later order takes from the others counts in their balance at once", async () => {
      await sql()("affiliate_program").update({ hold_period_days: 20 })
      await set({ month_budgets: { eur: "100.00" } })
      await earn("2026-04", { order: "a", expense: 500 }, { order: "b", expense: 500, affiliate: "aff_2" })
      await close("2026-04")
      await earn("2026-05", { order: "c", expense: 1000, corrects: "2026-04", affiliate: "aff_2" })
      await close("2026-05")
      const balance = async (at: string) => (await service.ledger.listBalances(["aff_1"], new Date(at))).get("aff_1")
      expect(await balance("2026-06-10")).toMatchObject([{ available: "25.00", pending: "0.00" }])
      expect(await balance("2026-06-25")).toMatchObject([{ available: "25.00", pending: "0.00" }])
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
