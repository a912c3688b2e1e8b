import type { PayoutRefusal } from "../../payouts/payouts"
import { missingDetailsOf, payableOf } from "../tasks"

const account = (affiliate_id: string, currency_code: string | null, available: string, amount: string, reason: PayoutRefusal | null) => ({
  ...{ affiliate_id, currency_code, available, amount, reason },
})

const ACCOUNTS = [
  account("anna", "eur", "10.00", "10.00", null),
  account("bob", "eur", "0.10", "0.10", null),
  account("bob", "jpy", "700", "500", null),
  account("carl", "eur", "5.05", "5.00", "no_payout_details"),
  account("carl", "jpy", "30", "30", "no_payout_details"),
  account("dora", "eur", "1.00", "1.00", "no_payout_details"),
  account("emil", "eur", "3.00", "3.00", "below_minimum"),
  account("fay", null, "0", "0", "nothing_available"),
]

it("payouts that can be made now count what their methods carry", () => {
  expect(payableOf(ACCOUNTS)).toEqual({
    count: 3,
    totals: [
      { currency_code: "eur", amount: "10.10" },
      { currency_code: "jpy", amount: "500" },
    ],
  })
})

it("affiliates without payout details count once, with all they are owed", () => {
  expect(missingDetailsOf(ACCOUNTS)).toEqual({
    count: 2,
    totals: [
      { currency_code: "eur", amount: "6.05" },
      { currency_code: "jpy", amount: "30" },
    ],
  })
})

it("nothing is nothing", () => {
  expect([payableOf([]), missingDetailsOf([])]).toEqual([
    { count: 0, totals: [] },
    { count: 0, totals: [] },
  ])
})
