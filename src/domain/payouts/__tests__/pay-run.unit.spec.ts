import { payRunFiles, payRunGroups, type RunPayout } from "../pay-run"

let last = 0
const payout = (overrides: Partial<RunPayout> = {}): RunPayout => {
  const number = ++last
  return {
    ...{ id: `p${number}`, number, affiliate_id: "aff", affiliate_code: "anna", amount: "0.10", currency_code: "eur", method: "transfer" },
    ...{ status: "processing", is_sent: false, is_exported: false, details: { account_holder: "Anna", iban: "DE89370400440532013000" } },
    ...overrides,
  }
}

it("adds up by method and currency, exactly, and tells what is open", () => {
  const payouts = [payout(), payout({ amount: "0.20" }), payout({ amount: "0.70", status: "paid" }), payout({ status: "failed" })]
  const others = [payout({ currency_code: "kwd", amount: "1.234" }), payout({ method: "paypal", is_sent: true })]
  expect(payRunGroups([...payouts, ...others])).toEqual([
    { method: "paypal", currency_code: "eur", payout_count: 1, amount: "0.10", open_count: 1, open_amount: "0.10" },
    { method: "transfer", currency_code: "eur", payout_count: 4, amount: "1.10", open_count: 2, open_amount: "0.30" },
    { method: "transfer", currency_code: "kwd", payout_count: 1, amount: "1.234", open_count: 1, open_amount: "1.234" },
  ])
  expect(payRunGroups([])).toEqual([])
})

it("a file holds what is open and was not sent, and names what it leaves out", () => {
  const held = payout({ is_exported: true })
  const bare = payout({ details: null })
  const ended = (["paid", "failed", "canceled"] as const).map((status) => payout({ status }))
  const files = payRunFiles([held, bare, ...ended, payout({ is_sent: true }), payout({ method: "store_credit" })])
  expect(files.map(({ format }) => format)).toEqual(["bank", "sepa"])
  expect(files[0]).toEqual({
    ...{ format: "bank", method: "transfer", currency_code: "eur", amount: "0.10", payout_ids: [held.id], exported_count: 1 },
    left_out: [
      {
        ...{ payout_id: bare.id, number: bare.number, affiliate_id: "aff", affiliate_code: "anna", amount: "0.10" },
        code: "no_payout_details",
      },
    ],
  })
})

it("a file that would hold nothing is none", () => {
  expect(payRunFiles([payout({ details: {} })])).toEqual([])
  expect(payRunFiles([payout({ currency_code: "usd" })]).map(({ format, currency_code }) => [format, currency_code])).toEqual([
    ["bank", "usd"],
  ])
})
