import { InvalidInput } from "../../errors"
import { CSV_PAYOUT_FILES, fileFormatsOf } from "../files"
import { PAYOUT_LIST_HEADER, payoutListRow } from "../files/list"
import { csvLines, fileContent, namedLeftOut, requireFileContent, type CsvPayoutFile, type PayoutToSend } from "../files/payout-file"

const { bank, paypal, wise } = CSV_PAYOUT_FILES

/** What a file holds of these payouts, line by line. */
function payoutFileLines(file: CsvPayoutFile, payouts: PayoutToSend[], sign?: "point" | "comma"): string[][] {
  const content = fileContent(file, payouts)
  requireFileContent(file, content)
  return csvLines(file, content.held, sign)
}
const ANNA = { account_holder: "Anna Berg", iban: "DE89370400440532013000", email: "anna@example.com" }
const payout = (overrides: Partial<PayoutToSend> = {}): PayoutToSend => ({
  number: 7,
  amount: "62.40",
  currency_code: "eur",
  details: ANNA,
  ...overrides,
})

describe("bank file", () => {
  it("names its columns, and leaves empty what an account has not", () => {
    const full = { ...ANNA, bic: "COBADEFFXXX", bank_name: "Bank", country_code: "DE" }
    const abroad = { account_holder: "王小明", account_number: "0012345678", bank_code: "0800" }
    const payouts = [payout({ details: full }), payout({ number: 8, amount: "700", currency_code: "jpy", details: abroad })]
    expect(payoutFileLines(bank, payouts).map((line) => line.join("|"))).toEqual([
      "number|account_holder|iban|bic|account_number|bank_code|bank_name|country_code|amount|currency_code|reference",
      "7|Anna Berg|DE89370400440532013000|COBADEFFXXX|||Bank|DE|62.40|EUR|AFF-7",
      "8|王小明|||0012345678|0800|||700|JPY|AFF-8",
    ])
  })

  it("writes amounts with a comma for receivers who read no point", () => {
    const dinars = payout({ number: 8, amount: "1.234", currency_code: "kwd" })
    expect(payoutFileLines(bank, [payout(), dinars], "comma").map((line) => line.at(-3))).toEqual(["amount", "62,40", "1,234"])
    expect(payoutFileLines(paypal, [payout()], "comma")[0]?.slice(0, 3)).toEqual(["anna@example.com", "62,40", "EUR"])
    expect(payoutFileLines(paypal, [payout({ amount: "700.00", currency_code: "huf" })], "comma")[0]?.[1]).toBe("700")
    expect(() => payoutFileLines(wise, [payout()], "comma")).toThrow(new InvalidInput("decimal", "must be point: wise reads no comma"))
  })

  it("is never a formula, whatever got past the form", () => {
    const hostile = Object.fromEntries(["account_holder", "iban", "bic", "bank_name"].map((name) => [name, "=1+1"]))
    expect(payoutFileLines(bank, [payout({ details: hostile })])[1]).toEqual([
      "7",
      "'=1+1",
      "'=1+1",
      "'=1+1",
      "",
      "",
      "'=1+1",
      "",
      "62.40",
      "EUR",
      "AFF-7",
    ])
  })
})

describe("PayPal's file", () => {
  it("has no header, and six columns", () => {
    const payouts = [payout({ amount: "1000.00" }), payout({ number: 8, details: { email: "=bo@example.com" } })]
    expect(payoutFileLines(paypal, payouts)).toEqual([
      ["anna@example.com", "1000.00", "EUR", "AFF-7", "AFF-7", "PAYPAL"],
      ["'=bo@example.com", "62.40", "EUR", "AFF-8", "AFF-8", "PAYPAL"],
    ])
  })

  it.each([
    ["huf", "700.00", "700"],
    ["twd", "700.00", "700"],
    ["jpy", "700", "700"],
    ["usd", "700.00", "700.00"],
  ])("in %s %s is written as %s", (currency_code, amount, written) => {
    expect(payoutFileLines(paypal, [payout({ currency_code, amount })])[0]![1]).toBe(written)
  })

  it.each([
    ["huf", "700.50", "payout 7 (PayPal takes no decimals in HUF)"],
    ["twd", "0.01", "payout 7 (PayPal takes no decimals in TWD)"],
    ["kwd", "7.000", "payout 7 (PayPal knows no KWD)"],
  ])("refuses %s %s", (currency_code, amount, problem) => {
    expect(() => payoutFileLines(paypal, [payout({ currency_code, amount })])).toThrow(new InvalidInput("format", `cannot hold ${problem}`))
  })

  it("has one currency", () => {
    const payouts = ["usd", "eur", "usd"].map((currency_code) => payout({ currency_code }))
    expect(() => payoutFileLines(paypal, payouts)).toThrow(
      new InvalidInput("currency_code", "must be given: a file has one currency, and these payouts have eur, usd")
    )
  })
})

describe("Wise's file", () => {
  it("has the columns of the template, and the affiliate gets the exact amount", () => {
    const payouts = [
      payout(),
      payout({ number: 8, currency_code: "jpy", amount: "700", details: { account_holder: "@bo", email: "+b@example.com" } }),
    ]
    expect(payoutFileLines(wise, payouts).map((line) => line.join(","))).toEqual([
      "name,recipientEmail,paymentReference,receiverType,amountCurrency,amount,sourceCurrency,targetCurrency,type",
      "Anna Berg,anna@example.com,AFF-7,PERSON,target,62.40,EUR,EUR,EMAIL",
      "'@bo,'+b@example.com,AFF-8,PERSON,target,700,JPY,JPY,EMAIL",
    ])
  })
})

describe("every file", () => {
  it.each([
    ["bank", 10_000],
    ["paypal", 5_000],
    ["wise", 1_000],
  ] as const)("%s: holds %d payouts and not one more, and says when there is none", (name, most) => {
    const file = CSV_PAYOUT_FILES[name]
    const payouts = Array.from({ length: most }, () => payout())
    expect(payoutFileLines(file, payouts)).toHaveLength(file.header ? most + 1 : most)
    expect(() => payoutFileLines(file, [...payouts, payout()])).toThrow(
      new InvalidInput("format", `a file holds at most ${most} payouts: narrow them by a filter`)
    )
    expect(() => payoutFileLines(file, [])).toThrow(new InvalidInput("format", `none of these payouts is on its way by ${file.method}`))
  })

  it.each([
    ["bank", "never given", null],
    ["bank", "wiped", {}],
    ["bank", "without an account", { account_holder: "Anna" }],
    ["bank", "without a name", { iban: ANNA.iban }],
    ["paypal", "never given", null],
    ["paypal", "without an e-mail", { account_holder: "Anna" }],
    ["wise", "never given", null],
    ["wise", "without an e-mail", { account_holder: "Anna" }],
    ["wise", "without a name", { email: "a@example.com" }],
  ] as const)("%s: holds the others and names payouts whose details were %s", (name, _, details) => {
    const file = CSV_PAYOUT_FILES[name]
    const payouts = [payout(), payout({ number: 8, details }), payout({ number: 9, details }), payout({ number: 10 })]
    const { held, left_out } = fileContent(file, payouts)
    expect(held.map(({ number }) => number)).toEqual([7, 10])
    expect(left_out.map(({ code, payout: { number } }) => [code, number])).toEqual([
      ["no_payout_details", 8],
      ["no_payout_details", 9],
    ])
    expect(namedLeftOut(left_out)).toBe("payouts 8, 9 (without payout details)")
    expect(() => payoutFileLines(file, payouts.slice(1, 3))).toThrow(
      new InvalidInput("format", "cannot hold payouts 8, 9 (without payout details)")
    )
  })

  it("tells all that it leaves out at once, and of many the first twenty", () => {
    const missing = Array.from({ length: 21 }, (_, n) => payout({ number: n + 1, currency_code: "huf", details: null }))
    const payouts = [...missing, payout({ number: 30, currency_code: "huf", amount: "1.5" })]
    expect(namedLeftOut(fileContent(paypal, payouts).left_out)).toBe(
      "payouts 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 and 1 more (without payout details), " +
        "payout 30 (PayPal takes no decimals in HUF)"
    )
    expect(namedLeftOut([])).toBe("")
  })

  it("what it leaves out is neither one too many nor of another currency", () => {
    const without = payout({ currency_code: "usd", details: null })
    expect(payoutFileLines(paypal, [payout(), without])).toHaveLength(1)
    const most = Array.from({ length: 1_000 }, () => payout())
    expect(payoutFileLines(wise, [...most, without])).toHaveLength(1_001)
  })

  it("belongs to one method", () => {
    expect(["transfer", "paypal", "wise", "store_credit"].map(fileFormatsOf)).toEqual([["bank", "sepa"], ["paypal"], ["wise"], []])
  })
})

describe("list for the books", () => {
  const listed = {
    number: 7,
    program_name: "Friends",
    affiliate_code: "anna",
    customer_name: "Anna Berg",
    customer_email: "anna@example.com",
    method: "transfer",
    status: "paid",
    amount: "62.40",
    currency_code: "eur",
    reference: "TX-1",
    created_at: new Date("2026-04-15T12:00:00Z"),
    ended_at: new Date("2026-04-16T12:00:00Z"),
  }

  it("a payout, cell by cell", () => {
    const row = "7|Friends|anna|Anna Berg|anna@example.com|transfer|paid|62.40|EUR|TX-1|2026-04-15T12:00:00.000Z|2026-04-16T12:00:00.000Z"
    expect(payoutListRow(listed).join("|")).toBe(row)
    const open = { ...listed, customer_name: "", customer_email: null, reference: null, ended_at: null }
    expect(payoutListRow(open).join("|")).toBe("7|Friends|anna|||transfer|paid|62.40|EUR||2026-04-15T12:00:00.000Z|")
    expect(PAYOUT_LIST_HEADER).toHaveLength(12)
  })

  it("whatever people write, no cell is a formula", () => {
    const text = "=cmd|' /C calc'!A0"
    const texts = { program_name: text, affiliate_code: text, customer_name: text, customer_email: text, method: text, reference: text }
    expect(payoutListRow({ ...listed, ...texts }).filter((cell) => cell === `'${text}`)).toHaveLength(6)
  })
})
