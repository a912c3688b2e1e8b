import { payoutTotals, type WeighedAccount } from "../payouts"

const account = (currency_code: string | null, available: string, reason: WeighedAccount["reason"] = null): WeighedAccount => ({
  currency_code,
  available,
  reason,
})
const NONE = { already_processing: 0, nothing_available: 0, affiliate_not_active: 0, below_minimum: 0 }

describe("payoutTotals", () => {
  it("nobody has anything", () => {
    expect(payoutTotals([])).toEqual([])
    expect(payoutTotals([account(null, "0.00", "nothing_available")])).toEqual([])
  })

  it("one row a currency, in the currency's digits, sorted by code", () => {
    expect(payoutTotals([account("jpy", "500"), account("eur", "0.10"), account("kwd", "1.005"), account("eur", "0.20")])).toEqual([
      { currency_code: "eur", amount: "0.30", payout_count: 2, skipped: NONE },
      { currency_code: "jpy", amount: "500", payout_count: 1, skipped: NONE },
      { currency_code: "kwd", amount: "1.005", payout_count: 1, skipped: NONE },
    ])
  })

  it("what is not paid is counted by its reason and adds nothing", () => {
    expect(
      payoutTotals([
        account("eur", "60.00"),
        account("eur", "49.99", "below_minimum"),
        account("eur", "1.00", "below_minimum"),
        account("eur", "-12.40", "nothing_available"),
        account("eur", "5.00", "already_processing"),
        account("eur", "80.00", "affiliate_not_active"),
      ])
    ).toEqual([
      {
        currency_code: "eur",
        amount: "60.00",
        payout_count: 1,
        skipped: { already_processing: 1, nothing_available: 1, affiliate_not_active: 1, below_minimum: 2 },
      },
    ])
  })
})
