import { requireMapping } from "../mappings"
import { readRow } from "../read-row"
import type { ImportKind } from "../records"

const read = (kind: ImportKind, cells: Record<string, unknown>, from?: string, currency_code: string | null = null) =>
  readRow(kind, (column) => cells[column], { mapping: requireMapping(from), currency_code })

const faultsOf = (kind: ImportKind, cells: Record<string, unknown>, from?: string) => {
  return read(kind, cells, from).faults.map(({ field, problem }) => `${field}: ${problem}`)
}

const AFFILIATE = { email: "Anna@Example.com ", code: "Anna-1" }

describe("an affiliate", () => {
  it("is read with everything that the export says", () => {
    const cells = {
      ...{ ...AFFILIATE, first_name: "Anna", last_name: " Berg", status: "suspended", status_reason: "Spam", commission_percent: "12.5" },
      ...{
        joined_at: "2020-01-31T12:00:00.123456Z",
        billing_details: '{"company":"Berg GmbH","country_code":"DE"}',
        note: "Paid 400.00 so far",
      },
    }
    expect(read("affiliates", cells)).toEqual({
      ...{ kind: "affiliates", faults: [] },
      records: [
        {
          kind: "affiliates",
          ...{ email: "anna@example.com", code: "anna-1", first_name: "Anna", last_name: "Berg" },
          ...{ status: "suspended", status_reason: "Spam", commission_percent: "12.5", happened_at: "2020-01-31T12:00:00.123Z" },
          billing_details: { name: null, company: "Berg GmbH", address: null, country_code: "de", tax_id: null },
          note: "Paid 400.00 so far",
        },
      ],
    })
  })

  it("may have a promo code and a balance in the same line", () => {
    const { records } = read("affiliates", {
      ...AFFILIATE,
      promo_code: "welcome-7",
      amount: "1234,5",
      currency_code: "EUR",
      note: "Open",
    }) as {
      records: object[]
    }
    const of = { affiliate_code: null, affiliate_email: "anna@example.com" }
    expect(records.slice(1)).toEqual([
      { kind: "promo_codes", ...of, code: "WELCOME-7" },
      { kind: "balances", ...of, amount: "1234.50", currency_code: "eur", note: "Open" },
    ])
  })

  it.each([
    ["approved", "active"],
    ["Inactive", "suspended"],
    ["denied", "rejected"],
    ["", "active"],
  ])("whose status is %j is %s", (status, stored) => {
    expect(read("affiliates", { ...AFFILIATE, status })).toMatchObject({ records: [{ status: stored }] })
  })

  it.each<[string, Record<string, unknown>, string]>([
    ["no e-mail", { code: "anna" }, "email: is missing"],
    ["no address", { email: "anna" }, "email: must be an e-mail address such as anna@example.com"],
    ["a code with a blank", { ...AFFILIATE, code: "an na" }, "code: must be a code of letters"],
    ["a code that is too long", { ...AFFILIATE, code: "a".repeat(65) }, "code: must be a code of letters"],
    ["a promo code of one letter", { ...AFFILIATE, promo_code: "A" }, "promo_code: must be a code of 2 to 50"],
    ["a rate above 100", { ...AFFILIATE, commission_percent: "101" }, "commission_percent: must be a percentage"],
    ["an unknown status", { ...AFFILIATE, status: "vip" }, "status: must be one of active, approved"],
    ["a day that is none", { ...AFFILIATE, joined_at: "31.01.2020" }, "joined_at: must be an ISO 8601 time"],
    ["details that are no object", { ...AFFILIATE, billing_details: "Berg" }, "billing_details: must be a JSON object"],
    ["a country that is none", { ...AFFILIATE, billing_details: { country_code: "DEU" } }, "billing_details: country_code"],
    ["a balance without a currency", { ...AFFILIATE, amount: "5" }, "currency_code: is missing"],
    ["a list for a name", { ...AFFILIATE, first_name: ["Anna"] }, "first_name: must be a text or a number"],
  ])("with %s is refused, by its column", (_, cells, fault) => {
    expect(faultsOf("affiliates", cells)).toEqual([expect.stringContaining(fault)])
  })

  it("names all that is wrong with it", () => {
    expect(faultsOf("affiliates", { email: "x", code: "?", status: "vip" })).toHaveLength(3)
  })
})

describe("a balance", () => {
  const of = (amount: unknown, currency_code = "eur") => read("balances", { affiliate_code: "anna", amount, currency_code })

  it.each<[unknown, string, string]>([
    ["12.3", "eur", "12.30"],
    ["12,30", "eur", "12.30"],
    ["-5", "eur", "-5.00"],
    [7.5, "eur", "7.50"],
    ["100", "jpy", "100"],
    ["1.234", "kwd", "1.234"],
    ["90071992547409.93", "eur", "90071992547409.93"],
  ])("of %s %s is exact", (amount, currency, exact) => {
    expect(of(amount, currency)).toMatchObject({ records: [{ amount: exact, currency_code: currency }] })
  })

  it.each<[unknown, string, string]>([
    ["1,234.50", "eur", "must be an amount such as 1234.50"],
    ["1.234", "eur", "must be an amount with at most 2 decimals"],
    ["$5", "usd", "must be an amount such as 1234.50"],
    ["1e3", "eur", "must be an amount such as 1234.50"],
    ["10.5", "jpy", "must be an amount with at most 0 decimals"],
    ["", "eur", "is missing"],
  ])("of %s %s is refused", (amount, currency, problem) => {
    expect(of(amount, currency)).toEqual({
      ...{ kind: "balances", records: [] },
      faults: [{ field: "amount", problem: expect.stringContaining(problem) as string }],
    })
  })

  it("takes the currency of the whole import where its file names none", () => {
    expect(read("balances", { affiliate_email: "anna@example.com", amount: "5" }, undefined, "usd")).toMatchObject({
      records: [{ affiliate_code: null, affiliate_email: "anna@example.com", currency_code: "usd" }],
    })
  })

  it("has to name its affiliate", () => {
    expect(faultsOf("balances", { amount: "5", currency_code: "eur" })).toEqual([
      "affiliate_code: is missing: name the affiliate by code or affiliate_email",
    ])
  })
})

it("a referral is by hand unless the file says how it came, and began when the file says", () => {
  const cells = { affiliate_code: "anna", email: "Ben@Example.com", started_at: "2020-01-31 12:00:00" }
  expect(read("referrals", cells)).toEqual({
    ...{ kind: "referrals", faults: [] },
    records: [
      {
        ...{ kind: "referrals", affiliate_code: "anna", affiliate_email: null, email: "ben@example.com" },
        ...{ source: "manual", happened_at: "2020-01-31T12:00:00.000Z", note: null },
      },
    ],
  })
})

describe("files of other programs", () => {
  it("AffiliateWP: the number is the code, and what is unpaid the balance", () => {
    const cells = {
      affiliate_id: "12",
      email: "anna@example.com",
      first_name: "Anna",
      unpaid_earnings: "56.1",
      rate: "20",
      status: "inactive",
    }
    expect(read("affiliates", cells, "affiliatewp", "usd")).toMatchObject({
      records: [
        { code: "12", status: "suspended", commission_percent: null },
        { kind: "balances", affiliate_email: "anna@example.com", amount: "56.10", currency_code: "usd" },
      ],
    })
    expect(faultsOf("affiliates", { ...cells, unpaid_earnings: "n/a" }, "affiliatewp")[0]).toMatch(/^currency: is missing/)
  })

  it("Rewardful: tokens, also inside JSON", () => {
    const cells = { email: "adam@example.com", "links.0.token": "adam", "coupon.token": "CODE", state: "active" }
    expect(read("affiliates", cells, "rewardful")).toMatchObject({ records: [{ code: "adam" }, { kind: "promo_codes", code: "CODE" }] })
  })

  it("those whose columns nobody documents are refused, and so are those we do not know", () => {
    for (const name of ["billmanager", "slicewp", "goaffpro"]) expect(() => requireMapping(name)).toThrow(/^--from: .* cannot be read\./)
    expect(() => requireMapping("post-affiliate")).toThrow(/^--from: must be one of medusa-affiliate, affiliatewp/)
  })
})
