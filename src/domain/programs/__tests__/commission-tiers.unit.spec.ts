import { normalizeTiers, standingOf, type CommissionTiers } from "../commission-tiers"
import { raisedRate } from "../raise"

const eur = (threshold: unknown, raise_percent: unknown) => ({ currency_code: "EUR", threshold, raise_percent })

describe("tiers of a program", () => {
  it("are kept by currency and threshold, with exact decimals and what is chosen by default", () => {
    const given = { tiers: [eur(5000, "50"), { currency_code: "jpy", threshold: "100000", raise_percent: 5.5 }, eur("1000.5", 20)] }
    expect(normalizeTiers("commission_tiers", given)).toEqual({
      ...{ measure: "expenses", span: "month", scope: "whole", after_refund: "recompute" },
      tiers: [
        { currency_code: "eur", threshold: "1000.50", raise_percent: "20" },
        { currency_code: "eur", threshold: "5000.00", raise_percent: "50" },
        { currency_code: "jpy", threshold: "100000", raise_percent: "5.5" },
      ],
    })
  })

  it("count orders in every currency where none is named, or in those that are", () => {
    const orders = (...tiers: object[]) => normalizeTiers("t", { measure: "orders", tiers })?.tiers
    expect(orders({ threshold: 5, raise_percent: 10 })).toEqual([{ currency_code: null, threshold: "5", raise_percent: "10" }])
    expect(orders({ currency_code: "jpy", threshold: "5", raise_percent: 10 })).toEqual([
      { currency_code: "jpy", threshold: "5", raise_percent: "10" },
    ])
  })

  it("are none where the list is empty", () => {
    expect(normalizeTiers("t", { tiers: [] })).toBeNull()
  })

  it.each<[string, object, string, string]>([
    ["no list", {}, "t.tiers", "must be a list of tiers"],
    ["another key", { tiers: [], tier: 1 }, "t.tier", "is unknown, known are measure, span, scope, after_refund, tiers"],
    ["an unknown measure", { measure: "clicks", tiers: [eur(1, 1)] }, "t.measure", "must be expenses or orders"],
    ["an unknown span", { span: "year", tiers: [eur(1, 1)] }, "t.span", "must be month or quarter or lifetime"],
    ["no tier", { tiers: [null] }, "t.tiers[0]", "must have currency_code, threshold, raise_percent"],
    ["a tier's other key", { tiers: [{ ...eur(1, 1), percent: 1 }] }, "t.tiers[0].percent", "is unknown, known are"],
    ["expenses without a currency", { tiers: [{ threshold: 1, raise_percent: 1 }] }, "t.tiers[0].currency_code", "is required"],
    ["no currency", { tiers: [{ ...eur(1, 1), currency_code: "euro" }] }, "t.tiers[0].currency_code", "is no currency code"],
    ["a threshold of nothing", { tiers: [eur("0.00", 1)] }, "t.tiers[0].threshold", "must be an amount above 0"],
    ["a negative threshold", { tiers: [eur(-5, 1)] }, "t.tiers[0].threshold", "must be an amount above 0"],
    ["too many digits", { tiers: [eur("1.005", 1)] }, "t.tiers[0].threshold", "at most 2 decimals"],
    [
      "half an order",
      { measure: "orders", tiers: [{ threshold: 1.5, raise_percent: 1 }] },
      "t.tiers[0].threshold",
      "a whole number of orders",
    ],
    ["no raise", { tiers: [eur(1, undefined)] }, "t.tiers[0].raise_percent", "must be a percentage of the commission above 0"],
    ["a raise of nothing", { tiers: [eur(1, 0)] }, "t.tiers[0].raise_percent", "above 0"],
    ["too large a raise", { tiers: [eur(1, "1000.1")] }, "t.tiers[0].raise_percent", "at most 1000"],
    ["a negative raise", { tiers: [eur(1, -1)] }, "t.tiers[0].raise_percent", "above 0"],
    ["too exact a raise", { tiers: [eur(1, "1.00001")] }, "t.tiers[0].raise_percent", "at most four decimals"],
    ["a threshold twice", { tiers: [eur(10, 1), eur("10.00", 2)] }, "t.tiers[0].threshold", "is there twice"],
    [
      "a higher threshold that raises less",
      { tiers: [eur(20, 5), eur(10, 5)] },
      "t.tiers[0].raise_percent",
      "must be above 5, the raise from 10.00 on",
    ],
    [
      "currencies in some tiers only",
      { measure: "orders", tiers: [{ threshold: 1, raise_percent: 1 }, eur(2, 2)] },
      "t.tiers",
      "must name a currency in each tier or in none",
    ],
    ["too many", { tiers: Array.from({ length: 51 }, (_, at) => eur(at + 1, at + 1)) }, "t.tiers", "must be at most 50"],
  ])("are refused: %s", (_, given, field, expectation) => {
    const refuse = () => normalizeTiers("t", given as Record<string, unknown>)
    expect(refuse).toThrow(expect.objectContaining({ field, expectation: expect.stringContaining(expectation) as string }))
  })

  it.each([
    ["10", "20", "12"],
    ["12.5", "33.3333", "16.6667"],
    ["0", "50", "0"],
  ])("raise a rate of %s %% by %s %% to %s %%", (rate, raise, raised) => {
    expect(raisedRate(rate, raise)).toBe(raised)
  })
})

describe("where somebody stands among tiers", () => {
  const tiers = normalizeTiers("t", {
    tiers: [eur(1000, "20"), eur(5000, "50"), { currency_code: "jpy", threshold: "900", raise_percent: 5 }],
  })
  it.each([
    ["eur", "-1.00", null, "1000.00", "20"],
    ["eur", "999.99", null, "1000.00", "20"],
    ["eur", "1000.00", "20", "5000.00", "50"],
    ["eur", "5000.00", "50", null, null],
    ["jpy", "1000", "5", null, null],
  ])("%s %s", (currency, measured, raise_percent, next_threshold, next_raise_percent) => {
    expect(standingOf(tiers as CommissionTiers, currency, measured)).toEqual({ raise_percent, next_threshold, next_raise_percent })
  })

  it("is nowhere in a currency without tiers, and in any where orders are counted in all", () => {
    expect(standingOf(tiers as CommissionTiers, "usd", "9999.00")).toBeNull()
    const orders = normalizeTiers("t", { measure: "orders", tiers: [{ threshold: "10", raise_percent: 5 }] }) as CommissionTiers
    expect(standingOf(orders, "usd", "9")).toEqual({ raise_percent: null, next_threshold: "10", next_raise_percent: "5" })
  })
})
