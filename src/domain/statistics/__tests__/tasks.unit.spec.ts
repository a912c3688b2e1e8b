import { together } from "../tasks"

const eur = (amount: string) => ({ currency_code: "eur", amount })
const jpy = (amount: string) => ({ currency_code: "jpy", amount })

it("programs add up exactly, each currency by itself", () => {
  expect(
    together([
      { count: 2, totals: [eur("0.10"), jpy("500")] },
      { count: 1, totals: [eur("0.20")] },
      { count: 0, totals: [] },
    ])
  ).toEqual({ count: 3, totals: [eur("0.30"), jpy("500")] })
})

it("nothing is nothing", () => {
  expect(together([])).toEqual({ count: 0, totals: [] })
})
