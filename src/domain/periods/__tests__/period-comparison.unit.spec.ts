import { periodComparison } from "../period-comparison"

const compared = (currency_code: string, previous_expense_amount: string, previous_amount: string, difference: string) => ({
  currency_code,
  previous_expense_amount,
  previous_amount,
  difference,
})
const line = (currency_code: string, expense_amount: string, amount: string, ...previous: [string, string, string]) => ({
  expense_amount,
  amount,
  ...compared(currency_code, ...previous),
})

describe("two months by currency", () => {
  it("are nothing where neither has anything", () => {
    expect(periodComparison([], [])).toEqual([])
  })

  it("add up exactly, those who have nothing this month included, with the currency's digits", () => {
    const lines = [
      line("eur", "0.10", "0.01", "100.00", "10.00", "-9.99"),
      line("eur", "0.20", "0.02", "0.00", "0.00", "0.02"),
      line("jpy", "999", "100", "0", "0", "100"),
    ]
    const absent = [compared("eur", "7.00", "0.70", "-0.70"), compared("kwd", "1.000", "0.125", "-0.125")]
    expect(periodComparison(lines, absent)).toEqual([
      line("eur", "0.30", "0.03", "107.00", "10.70", "-10.67"),
      line("jpy", "999", "100", "0", "0", "100"),
      line("kwd", "0.000", "0.000", "1.000", "0.125", "-0.125"),
    ])
  })
})
