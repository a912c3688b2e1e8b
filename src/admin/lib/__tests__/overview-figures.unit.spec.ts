/// <reference types="jest" />
import type { AffiliateStatisticsTotals } from "../../../types"
import { currenciesOf, figuresIn, shownCurrency } from "../overview-figures"

const figures = (currency_code: string, orders: number) => ({
  ...{ currency_code, orders, expense_amount: "1.00", commission_amount: "0.10", cost_percent: "10.00" },
})
const totals = (...currencies: AffiliateStatisticsTotals["currencies"]): AffiliateStatisticsTotals => ({
  ...{ clicks: 0, referrals: 0, orders: 0, currencies },
})
const overview = (now: AffiliateStatisticsTotals, before: AffiliateStatisticsTotals | null = null) => ({ totals: now, before, series: [] })

it("the currencies are those of both ranges", () => {
  expect(currenciesOf(overview(totals(figures("usd", 1)), totals(figures("eur", 2), figures("usd", 1))))).toEqual(["eur", "usd"])
  expect(currenciesOf(overview(totals()))).toEqual([])
})

it.each([
  [overview(totals(figures("eur", 1), figures("usd", 3))), undefined, "usd"],
  [overview(totals(figures("eur", 2), figures("usd", 2))), undefined, "eur"],
  [overview(totals(figures("eur", 1))), "jpy", "jpy"],
  [overview(totals(), totals(figures("jpy", 1))), undefined, "jpy"],
  [overview(totals()), undefined, undefined],
])("shows one currency: %#", (given, chosen, expected) => {
  expect(shownCurrency(given, chosen)).toBe(expected)
})

it("a currency without orders has zeros", () => {
  expect(figuresIn(totals(figures("eur", 2)), "eur")).toEqual(figures("eur", 2))
  expect(figuresIn(totals(), "jpy")).toEqual({
    ...{ currency_code: "jpy", orders: 0, expense_amount: "0", commission_amount: "0", cost_percent: null },
  })
})
