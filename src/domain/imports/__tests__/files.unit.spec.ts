import { readManifest } from "../../exports/manifest"
import { csvDelimiter } from "../csv-delimiter"
import { differentTotals, parseExpectedTotals } from "../expected-totals"
import { fileKind, isHistory } from "../file-kind"
import { columnName } from "../mapping"
import { requireMapping } from "../mappings"

it.each([
  ["email,code\na;b;c;d,1", ","],
  ["email;code;name\r\n", ";"],
  ["email\tcode", "\t"],
  ['"a;b;c",code', ","],
  ["email", ","],
])("the cells of %j are parted by %j", (start, delimiter) => {
  expect(csvDelimiter(start)).toBe(delimiter)
})

it.each([
  ["Affiliate ID", "affiliate_id"],
  [" E-Mail ", "e_mail"],
  ["links.0.token", "links.0.token"],
  ["Имя", "имя"],
])("the column %j is %j", (text, name) => {
  expect(columnName(text)).toBe(name)
})

describe("what a file holds", () => {
  const kindOf = (file: string, columns: string[], from?: string) => fileKind(file, columns, requireMapping(from))
  it.each([
    ["affiliates.csv", ["email", "code"], "affiliates"],
    ["referrals.jsonl", ["affiliate_code", "email"], "referrals"],
    ["people.csv", ["email"], "affiliates"],
    ["customers.csv", ["affiliate_email", "email"], "referrals"],
    ["open.csv", ["affiliate_code", "amount", "currency_code"], "balances"],
    ["codes.csv", ["affiliate_code", "promo_code"], "promo_codes"],
  ])("%s with %j is of %s", (file, columns, kind) => {
    expect(kindOf(file, columns)).toBe(kind)
  })

  it("follows from the columns of the program it comes from", () => {
    expect(kindOf("affwp-export-affiliates.csv", ["affiliate_id", "email", "unpaid_earnings"], "affiliatewp")).toBe("affiliates")
  })

  it("has to be known: the message names the columns that lack", () => {
    expect(() => kindOf("balances.csv", ["affiliate_code", "sum"])).toThrow(
      "balances.csv: has the columns affiliate_code, sum, and lacks for balances amount"
    )
    expect(() => kindOf("x.csv", ["name"])).toThrow(/^x.csv: has the columns name, and lacks for promo_codes .*; for affiliates email$/)
  })

  it("is history where the export has it for keeping only", () => {
    expect(["ledger_entries.csv", "commissions.jsonl", "balances.csv"].map(isHistory)).toEqual([true, true, false])
  })
})

describe("expected sums", () => {
  it("are read by currency, exactly", () => {
    expect(parseExpectedTotals("EUR=1234.5, usd=3;JPY=70")).toEqual({ eur: "1234.50", usd: "3.00", jpy: "70" })
    for (const wrong of ["1234.50", "EUR", "EURO=5", "EUR=1,5", "EUR=5.005"])
      expect(() => parseExpectedTotals(wrong)).toThrow(/^--expect: /)
  })

  it("are compared by currency, also where one side has none", () => {
    expect(differentTotals({ eur: "10.00", usd: "3.00" }, { eur: "10.00", jpy: "7" })).toEqual([
      { currency_code: "jpy", expected: "0", found: "7" },
      { currency_code: "usd", expected: "3.00", found: "0.00" },
    ])
    expect(differentTotals({ eur: "0.00" }, {})).toEqual([])
  })
})

it("a manifest of something else is refused", () => {
  for (const text of ["", "{", "null", "{}", '{"format":"medusa-affiliate-export","version":2}']) {
    expect(() => readManifest(text)).toThrow(/^manifest.json: /)
  }
})
