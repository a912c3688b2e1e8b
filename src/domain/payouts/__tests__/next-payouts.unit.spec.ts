import { nextPayouts, type NextPayoutFacts } from "../next-payouts"
import type { PayoutRefusal } from "../payouts"

const hold = { currency_code: "eur", available_at: new Date("2026-12-15T00:00:00Z") }
const facts = (available: string, reason: PayoutRefusal | null, more: Partial<NextPayoutFacts> = {}): NextPayoutFacts => ({
  status: "active",
  payout_minimums: { eur: "20" },
  accounts: [{ currency_code: "eur", available, amount: available, reason, method: "transfer" }],
  balances: [{ currency_code: "eur", available }],
  on_hold: [],
  ...more,
})

describe("an affiliate's next payout", () => {
  it("is what would be paid now", () => {
    expect(nextPayouts(facts("31.30", null))).toEqual([
      {
        ...{ currency_code: "eur", available: "31.30", amount: "31.30", reason: null, method: "transfer", minimum: "20.00" },
        next_available_at: null,
      },
    ])
  })

  it.each<[string, PayoutRefusal | null, NextPayoutFacts["status"], PayoutRefusal]>([
    ["12.00", "below_minimum", "active", "below_minimum"],
    // The merchant may pay them by name, but a round passes them over: that is what they are told.
    ["31.30", null, "suspended", "affiliate_not_active"],
    ["12.00", "below_minimum", "suspended", "affiliate_not_active"],
    ["31.30", "no_payout_details", "rejected", "affiliate_not_active"],
    // Where nothing is there to be paid, the status makes no difference.
    ["0.00", "nothing_available", "suspended", "nothing_available"],
    ["31.30", "already_processing", "pending", "already_processing"],
  ])("%s with %s of one who is %s: %s", (available, reason, status, expected) => {
    expect(nextPayouts(facts(available, reason, { status }))).toMatchObject([{ available, amount: "0.00", reason: expected }])
  })

  it("is zero in a currency with nothing but open commissions, in the currency's digits", () => {
    const balances = [
      { currency_code: "eur", available: "31.30" },
      { currency_code: "jpy", available: "0" },
    ]
    expect(nextPayouts(facts("31.30", null, { balances }))[1]).toEqual({
      ...{ currency_code: "jpy", available: "0", amount: "0", reason: "nothing_available", method: null, minimum: null },
      next_available_at: null,
    })
  })

  it("tells when the next amount on hold in the same currency becomes available", () => {
    const usd = { currency_code: "usd", available_at: new Date("2026-12-01T00:00:00Z") }
    const later = { currency_code: "eur", available_at: new Date("2027-01-15T00:00:00Z") }
    expect(nextPayouts(facts("0.00", "nothing_available", { on_hold: [usd, hold, later] }))[0]?.next_available_at).toEqual(
      hold.available_at
    )
  })
})
