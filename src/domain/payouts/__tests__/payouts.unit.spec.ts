import { payoutFingerprint, payoutTotals, remainingOf, type ConfirmedPayout, type EvaluatedAccount } from "../payouts"

const account = (currency_code: string | null, available: string, reason: EvaluatedAccount["reason"] = null): EvaluatedAccount => ({
  currency_code,
  available,
  amount: available,
  reason,
})
const NONE = {
  already_processing: 0,
  nothing_available: 0,
  affiliate_not_active: 0,
  below_minimum: 0,
  method_unavailable: 0,
  currency_not_supported: 0,
  amount_too_small: 0,
  no_payout_details: 0,
}

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
        account("eur", "70.00", "method_unavailable"),
        account("eur", "90.00", "no_payout_details"),
        account("eur", "30.00", "currency_not_supported"),
      ])
    ).toEqual([
      {
        currency_code: "eur",
        amount: "60.00",
        payout_count: 1,
        skipped: {
          already_processing: 1,
          nothing_available: 1,
          affiliate_not_active: 1,
          below_minimum: 2,
          method_unavailable: 1,
          currency_not_supported: 1,
          amount_too_small: 0,
          no_payout_details: 1,
        },
      },
    ])
  })
})

it.each([
  ["100.50", "100", "huf", "0.50"],
  ["62.40", "62.40", "eur", "0.00"],
  ["1000001", "1000000", "jpy", "1"],
])("of %s, %s are paid in %s and %s remain", (available, amount, currency, remaining) => {
  expect(remainingOf(available, amount, currency)).toBe(remaining)
})

describe("payoutFingerprint", () => {
  const payout = (overrides: Partial<ConfirmedPayout> = {}): ConfirmedPayout => ({
    ...account("eur", "62.40"),
    affiliate_id: "aff_1",
    method: "transfer",
    payout_details_id: null,
    ...overrides,
  })
  const seen = [payout(), payout({ affiliate_id: "aff_2", amount: "1.00" }), payout({ affiliate_id: "aff_3", reason: "below_minimum" })]

  it("is the same in any order, and whatever becomes of those who are not paid", () => {
    const others = [
      payout({ affiliate_id: "aff_2", amount: "1.00" }),
      payout(),
      payout({ affiliate_id: "aff_4", reason: "nothing_available" }),
    ]
    expect(payoutFingerprint(others)).toBe(payoutFingerprint(seen))
    expect(payoutFingerprint(seen)).toMatch(/^[0-9a-f]{32}$/)
  })

  it.each<[string, ConfirmedPayout[]]>([
    ["another amount", [payout({ amount: "62.41" }), ...seen.slice(1)]],
    ["another currency", [payout({ currency_code: "usd" }), ...seen.slice(1)]],
    ["another affiliate", [payout({ affiliate_id: "aff_9" }), ...seen.slice(1)]],
    ["another method", [payout({ method: "paypal" }), ...seen.slice(1)]],
    ["other details", [payout({ payout_details_id: "affdet_1" }), ...seen.slice(1)]],
    ["one less", seen.slice(1)],
    ["one who is paid after all", seen.map((own) => ({ ...own, reason: null }))],
  ])("is another for %s", (_, changed) => {
    expect(payoutFingerprint(changed)).not.toBe(payoutFingerprint(seen))
  })
})
