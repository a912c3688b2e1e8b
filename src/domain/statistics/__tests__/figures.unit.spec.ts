import { changeInPercent, totalsOf } from "../figures"

const eur = { currency_code: "eur", orders: 1, expense_amount: "0.10", commission_amount: "0.01" }
const jpy = { currency_code: "jpy", orders: 2, expense_amount: "1000", commission_amount: "100" }

describe("totalsOf", () => {
  it("adds up each currency by itself, exactly", () => {
    const buckets = [
      { clicks: 3, referrals: 1, orders: 1, currencies: [eur] },
      { clicks: 4, referrals: 0, orders: 3, currencies: [{ ...eur, expense_amount: "0.20", commission_amount: "-0.03" }, jpy] },
    ]
    expect(totalsOf(buckets)).toEqual({
      clicks: 7,
      referrals: 1,
      orders: 4,
      currencies: [
        { currency_code: "eur", orders: 2, expense_amount: "0.30", commission_amount: "-0.02", cost_percent: "-6.67" },
        { ...jpy, cost_percent: "10.00" },
      ],
    })
  })

  it("is nothing for no buckets", () => {
    expect(totalsOf([])).toEqual({ clicks: 0, referrals: 0, orders: 0, currencies: [] })
  })

  it.each([
    ["0.00", "0.00", null],
    ["-5.00", "-0.50", null],
    ["300.00", "10.00", "3.33"],
  ])("commission of %s expense is %s: %s", (expense_amount, commission_amount, cost_percent) => {
    const currencies = [{ ...eur, expense_amount, commission_amount }]
    expect(totalsOf([{ clicks: 0, referrals: 0, orders: 0, currencies }]).currencies[0]).toMatchObject({ cost_percent })
  })
})

it.each<[string | number, string | number, string | null]>([
  [150, 100, "50.0"],
  ["75.00", "100.00", "-25.0"],
  [0, 3, "-100.0"],
  [1, 3, "-66.7"],
  [3, 3, "0.0"],
  [5, 0, null],
  ["5.00", "-1.00", null],
])("from %s, before %s: %s percent", (now, before, expected) => {
  expect(changeInPercent(now, before)).toBe(expected)
})
