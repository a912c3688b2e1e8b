import fc from "fast-check"

import { periodTotals, type PeriodFigures } from "../period-totals"

const line = (currency_code: string, expense_amount: string, amount: string, overrides: Partial<PeriodFigures> = {}): PeriodFigures => ({
  currency_code,
  expense_amount,
  amount,
  order_count: 1,
  outcome: "credited",
  ...overrides,
})
const withheld = { outcome: "withheld" } as const

describe("periodTotals", () => {
  it("nothing happened", () => {
    expect(periodTotals([])).toEqual([])
  })

  it("one row a currency, in the currency's digits, sorted by code", () => {
    const lines = [
      line("jpy", "1000", "100"),
      line("eur", "99.9", "9.99", { order_count: 2 }),
      line("kwd", "1", "0.1"),
      line("eur", "0.1", "0.01"),
    ]
    expect(periodTotals(lines)).toEqual([
      { currency_code: "eur", amount: "10.00", withheld_amount: "0.00", expense_amount: "100.00", affiliate_count: 2, order_count: 3 },
      { currency_code: "jpy", amount: "100", withheld_amount: "0", expense_amount: "1000", affiliate_count: 1, order_count: 1 },
      { currency_code: "kwd", amount: "0.100", withheld_amount: "0.000", expense_amount: "1.000", affiliate_count: 1, order_count: 1 },
    ])
  })

  it("what is withheld stands beside what is credited; the expenses are those of both", () => {
    expect(periodTotals([line("eur", "100", "10"), line("eur", "50", "5", withheld)])).toEqual([
      { currency_code: "eur", amount: "10.00", withheld_amount: "5.00", expense_amount: "150.00", affiliate_count: 2, order_count: 2 },
    ])
  })

  it("reversals count with their sign", () => {
    expect(periodTotals([line("eur", "100", "10"), line("eur", "-120.55", "-12.06", { order_count: 3 })])).toEqual([
      { currency_code: "eur", amount: "-2.06", withheld_amount: "0.00", expense_amount: "-20.55", affiliate_count: 2, order_count: 4 },
    ])
  })

  it("sums are exact to the cent, whatever floats would make of them", () => {
    const cents = fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), { minLength: 1 })
    const text = (value: bigint) => {
      const digits = String(value < 0n ? -value : value).padStart(3, "0")
      return `${value < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`
    }
    fc.assert(
      fc.property(cents, (amounts) => {
        const [total] = periodTotals(amounts.map((amount) => line("eur", text(amount), text(amount))))
        const sum = text(amounts.reduce((a, b) => a + b, 0n))
        expect([total?.amount, total?.expense_amount]).toEqual([sum, sum])
      })
    )
  })
})
