import { InvalidInput } from "../../errors"
import { normalizeReplay, replayTotals, type ReplayedFigures } from "../replay"

const NOTHING = {
  commission_percent: null,
  commission_basis: null,
  include_tax: null,
  include_shipping: null,
  forbidden_customer_group_ids: null,
  rules: null,
}

describe("settings to try", () => {
  it.each([
    ["nothing changes", {}, {}],
    ["null changes nothing", { ...NOTHING }, {}],
    ["a rate as a number", { commission_percent: 12.5 }, { commission_percent: "12.5" }],
    ["a rate of nothing is a rate", { commission_percent: "0" }, { commission_percent: "0" }],
    ["no is not nothing", { include_tax: false, include_shipping: false }, { include_tax: false, include_shipping: false }],
    ["no group at all is a choice", { forbidden_customer_group_ids: [] }, { forbidden_customer_group_ids: [] }],
    ["a group is a group", { forbidden_customer_group_ids: ["b", "a", "b"] }, { forbidden_customer_group_ids: ["b", "a"] }],
    ["no rule at all is a choice", { rules: [] }, { rules: [] }],
    [
      "rules",
      { rules: [{ name: "A", rate: { type: "percent" as const, percent: 5 }, conditions: { country_codes: ["DE"] } }] },
      {
        rules: [
          {
            ...{ name: "A", public_name: null, rate: { type: "percent", percent: "5" } },
            ...{ conditions: { country_codes: ["de"] }, starts_at: null, ends_at: null },
          },
        ],
      },
    ],
    ["captured", { commission_basis: "captured" as const }, { commission_basis: "captured" }],
  ])("%s", (_, input, expected) => {
    expect(normalizeReplay(input)).toEqual({ ...NOTHING, ...expected })
  })

  it.each([
    ["commission_percent", { commission_percent: "101" }],
    ["commission_percent", { commission_percent: "ten" }],
    ["commission_basis", { commission_basis: "paid" as never }],
    [
      "rules[1].rate.percent",
      {
        rules: [
          { name: "A", rate: { type: "none" as const } },
          { name: "B", rate: { type: "percent" as const, percent: 101 } },
        ],
      },
    ],
    ["rules[0].name", { rules: [{ name: "", rate: { type: "none" as const } }] }],
  ])("%s is named when it is wrong", (field, input) => {
    expect(() => normalizeReplay(input)).toThrow(InvalidInput)
    expect(() => normalizeReplay(input)).toThrow(field)
  })
})

describe("a replay's sums", () => {
  const line = (currency_code: string, outcomes: string, actual: [string, string], replayed: [string, string]): ReplayedFigures => {
    const [actual_outcome, outcome] = outcomes.split(">") as ["credited", "withheld"]
    return {
      currency_code,
      actual_outcome,
      outcome,
      actual_expense_amount: actual[0],
      actual_amount: actual[1],
      replayed_expense_amount: replayed[0],
      replayed_amount: replayed[1],
    }
  }

  it("are by currency, and credited is what is paid", () => {
    expect(
      replayTotals([
        line("eur", "credited>credited", ["0.10", "0.01"], ["0.20", "0.02"]),
        line("eur", "credited>withheld", ["100.00", "10.00"], ["100.00", "12.00"]),
        line("eur", "withheld>credited", ["50.00", "5.00"], ["50.00", "6.00"]),
        line("jpy", "withheld>withheld", ["999", "100"], ["999", "120"]),
      ])
    ).toEqual([
      {
        currency_code: "eur",
        actual_expense_amount: "150.10",
        actual_amount: "10.01",
        actual_withheld_amount: "5.00",
        replayed_expense_amount: "150.20",
        replayed_amount: "6.02",
        replayed_withheld_amount: "12.00",
        difference: "-3.99",
      },
      {
        currency_code: "jpy",
        actual_expense_amount: "999",
        actual_amount: "0",
        actual_withheld_amount: "100",
        replayed_expense_amount: "999",
        replayed_amount: "0",
        replayed_withheld_amount: "120",
        difference: "0",
      },
    ])
  })

  it("of nothing are nothing", () => {
    expect(replayTotals([])).toEqual([])
  })
})
