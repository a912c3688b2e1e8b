import { NO_BILLING_DETAILS } from "../../affiliates/billing-details"
import { CSV_COLUMNS, statementCsvRows } from "../statement-csv"
import { amountText, dateText, periodText, rateText } from "../figures"
import { issuerOf, recipientOf, type HeadFacts } from "../statement-head"
import { statementHtml } from "../statement-html"
import { statementDocument } from "../statement-document"
import type { IssuedStatement, StatementLine } from "../statement"
import { eventWord, methodWord, reasonWord } from "../statement-words"
import { normalizeStatementSettings } from "../statement-settings"

const line = (own: Partial<StatementLine>): StatementLine => ({
  ...{ type: "commission", currency_code: "eur", occurred_at: new Date("2016-04-20T22:30:00Z"), order_id: "order_1", order_display_id: 17 },
  ...{
    kind: "order",
    corrects_period: null,
    expense_amount: "200.00",
    rate_percent: "10",
    amount: "20.00",
    status: "credited",
    reason: null,
  },
  ...{ payout_number: null, method: null, reference: null },
  ...own,
})
const posted = (own: Partial<StatementLine>): StatementLine =>
  line({ order_id: null, order_display_id: null, kind: null, expense_amount: null, rate_percent: null, status: null, ...own })

const STATEMENT: IssuedStatement = {
  ...{ period: "2016-04", currency_code: "eur", status: "closed", opening_balance: "-3.00", commissions: "10.00", adjustments: "5.50" },
  ...{ payouts: "-2.50", closing_balance: "10.00", pending: "0.00", withheld: "4.00", budget: "0.00", number: "AFF-17" },
  issued_at: new Date("2016-05-01T22:30:00Z"),
  issuer: {
    ...{ name: "Shop Ltd", address: "1 High St\n \nLondon", tax_id: "GB1", tax_note: "No VAT.\nArt. 44", is_self_billed: false },
    ...{ number_prefix: "AFF-", program_name: "Friends", timezone: "Europe/Berlin" },
  },
  recipient: {
    name: "Anna Berg",
    company: "Berg GmbH",
    address: "Lange Str. 1\nBerlin",
    country_code: "de",
    tax_id: "DE1",
    affiliate_code: "anna",
  },
  agreement: { version: 2, text_hash: "9f86d081884c7d659a2f" },
  lines: [
    line({}),
    line({ kind: "refund", corrects_period: "2016-02", expense_amount: "-100.00", amount: "-10.00", rate_percent: "10.0000" }),
    line({ status: "withheld", reason: "forbidden_customer_group", amount: "4.00", expense_amount: "40.00", order_display_id: null }),
    posted({ type: "adjustment", amount: "5.50", reason: "Thank you" }),
    posted({ type: "payout", amount: "-5.00", payout_number: 3, method: "transfer", reference: "SEPA 1" }),
    posted({ type: "payout_reversal", amount: "2.50", payout_number: 2, method: "paypal" }),
    posted({ type: "close", amount: "10.00" }),
  ],
}

it("lays a statement out in words and figures", () => {
  const paper = statementDocument(STATEMENT)
  expect(paper).toMatchObject({ title: "Commission statement", number: "AFF-17", footer: "Shop Ltd · Statement AFF-17" })
  expect(paper.issuer).toEqual({ label: "Issued by", lines: ["Shop Ltd", "1 High St", "London", "Tax no. GB1"] })
  expect(paper.recipient).toEqual({
    label: "For",
    lines: ["Berg GmbH", "Anna Berg", "Lange Str. 1", "Berlin", "Germany", "Tax no. DE1"],
  })
  expect(paper.facts).toEqual([
    ["Statement no.", "AFF-17"],
    ["Period", "01 Apr 2016 – 30 Apr 2016"],
    ["Date of issue", "02 May 2016"],
    ["Currency", "EUR"],
    ["Program", "Friends"],
    ["Affiliate", "anna"],
    ["Agreement", "Version 2 (9f86d081884c)"],
  ])
  expect(paper.summary).toEqual([
    ["Opening balance", "−3.00"],
    ["Commissions", "10.00"],
    ["Adjustments", "5.50"],
    ["Payouts", "−2.50"],
    ["Closing balance", "10.00 EUR"],
  ])
  expect(paper.tables.map(({ title, rows, total }) => ({ title, rows, total }))).toEqual([
    {
      title: "Commissions of April 2016",
      rows: [
        ["#17", "21 Apr 2016", "Order", "200.00", "10 %", "20.00"],
        ["#17", "21 Apr 2016", "Refund, corrects February 2016", "−100.00", "10 %", "−10.00"],
      ],
      total: ["Total", "", "", "100.00", "", "10.00"],
    },
    {
      title: "Withheld commissions of April 2016, in no balance",
      rows: [["order_1", "21 Apr 2016", "Order. The affiliate is in a customer group without reward", "40.00", "10 %", "4.00"]],
      total: ["Total withheld", "", "", "40.00", "", "4.00"],
    },
    {
      title: "Account",
      rows: [
        ["", "Opening balance", "", "−3.00"],
        ["21 Apr 2016", "Adjustment", "Thank you", "5.50"],
        ["21 Apr 2016", "Payout 3, bank transfer", "SEPA 1", "−5.00"],
        ["21 Apr 2016", "Payout 2 came back", "", "2.50"],
        ["21 Apr 2016", "Commissions of April 2016, credited", "", "10.00"],
      ],
      total: ["Closing balance", "", "", "10.00 EUR"],
    },
  ])
  expect(paper.notes).toEqual([
    "No VAT.",
    "Art. 44",
    "Amounts are signed: what is owed to the affiliate is positive, what was paid out or taken back is negative.",
  ])
})

it("a self-billed one is the affiliate's own, and says so first", () => {
  const { issuer, recipient, notes } = statementDocument({ ...STATEMENT, issuer: { ...STATEMENT.issuer, is_self_billed: true } })
  expect([issuer.label, recipient.label]).toEqual(["Issued by (recipient of the service)", "Supplier"])
  expect(notes[0]).toMatch(/^Self-billing: /)
})

it.each([
  ["a country", "de", "Germany"],
  ["a country nobody knows", "qq", "QQ"],
  ["a name, as Medusa lets customers write it", "Germany", "Germany"],
  ["a code of three letters", "deu", "deu"],
  ["no letters", "😀", "😀"],
])("%s is printed", (_, country_code, printed) => {
  const recipient = { ...NO_BILLING_DETAILS, affiliate_code: "anna", country_code }
  expect(statementDocument({ ...STATEMENT, recipient }).recipient.lines.at(-1)).toBe(printed)
})

it("an empty country is not", () => {
  const recipient = { ...NO_BILLING_DETAILS, affiliate_code: "anna", country_code: "" }
  expect(statementDocument({ ...STATEMENT, recipient }).recipient.lines).toEqual(["anna"])
})

it("a month without commissions, an agreement, addresses or names", () => {
  const recipient = { ...NO_BILLING_DETAILS, affiliate_code: "anna", country_code: "zz" }
  const issuer = { ...STATEMENT.issuer, address: null, tax_id: null, tax_note: null }
  const paper = statementDocument({ ...STATEMENT, lines: [], agreement: null, recipient, issuer })
  expect(paper.tables.map(({ rows, empty }) => [rows.length, empty])).toEqual([
    [0, "Nothing was earned in this month."],
    [1, undefined],
  ])
  expect(paper.issuer.lines).toEqual(["Shop Ltd"])
  expect(paper.recipient.lines[0]).toBe("anna")
  expect(paper.facts.map(([label]) => label)).not.toContain("Agreement")
  expect(statementHtml([paper])).toContain("<p>Nothing was earned in this month.</p>")
})

it("an empty page is HTML without anything that runs, whatever people are called", () => {
  const name = `"><script>alert('1')</script>&`
  const html = statementHtml([statementDocument({ ...STATEMENT, recipient: { ...STATEMENT.recipient, name, company: null } })])
  expect(html).toContain("&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;")
  expect(html).not.toContain("<script")
  expect(html).toContain('<td class="figure" dir="auto">−100.00</td>')
  expect(html).toContain('<tr class="total"><td class="date" dir="auto">Closing balance</td>')
})

it.each([
  ["-1234.5", "eur", "−1,234.50"],
  ["1234567", "jpy", "1,234,567"],
  ["0.001", "kwd", "0.001"],
  ["90071992547409.93", "eur", "90,071,992,547,409.93"],
  ["0", "eur", "0.00"],
])("%s %s is %s", (amount, currency, text) => {
  expect(amountText(amount, currency)).toBe(text)
})

it("tells rates, days and months", () => {
  expect([rateText("7.5000"), rateText("10"), rateText("0.0001")]).toEqual(["7.5 %", "10 %", "0.0001 %"])
  expect(dateText("2016-03-31T22:00:00Z", "Europe/Berlin")).toBe("01 Apr 2016")
  expect(periodText("2016-02", "Pacific/Niue")).toBe("01 Feb 2016 – 29 Feb 2016")
})

it("has a word for whatever is stored", () => {
  expect([eventWord("exchange"), eventWord("x"), eventWord(null)]).toEqual(["Exchange", "", ""])
  expect(["transfer", "paypal", "wise", "store_credit", "my_bank", null].map(methodWord)).toEqual([
    ...["bank transfer", "PayPal", "Wise", "store credit", "my bank", ""],
  ])
  expect([reasonWord("affiliate_deleted"), reasonWord("other_thing"), reasonWord(null)]).toEqual([
    "The affiliate was deleted",
    "Other thing",
    "",
  ])
})

it("rows of a file begin and end with the balance; texts are no formulas, amounts are plain", () => {
  const lines = [
    ...STATEMENT.lines.slice(1, 3),
    posted({ type: "adjustment", amount: "-5.50", reason: "=1+1" }),
    posted({ type: "payout", amount: "-5.00", payout_number: 3, method: "@x", reference: "-1" }),
  ]
  const rows = statementCsvRows({ ...STATEMENT, lines }, "Europe/Berlin")
  expect(rows.map((row) => row.join(","))).toEqual([
    "2016-04,eur,opening_balance,,,,,,,-3.00,,,,,",
    "2016-04,eur,commission,2016-04-21T00:30:00.000+02:00,17,refund,2016-02,-100.00,10.0000,-10.00,credited,,,,",
    "2016-04,eur,commission,2016-04-21T00:30:00.000+02:00,order_1,order,,40.00,10,4.00,withheld,forbidden_customer_group,,,",
    "2016-04,eur,adjustment,2016-04-21T00:30:00.000+02:00,,,,,,-5.50,,'=1+1,,,",
    "2016-04,eur,payout,2016-04-21T00:30:00.000+02:00,,,,,,-5.00,,,3,'@x,'-1",
    "2016-04,eur,closing_balance,,,,,,,10.00,,,,,",
  ])
  expect(rows.every((row) => row.length === CSV_COLUMNS.length)).toBe(true)
})

describe("the head", () => {
  const address = { address_1: "Hof 1", address_2: " ", postal_code: "10115", city: "Berlin", province: null, country_code: "de" }
  const customer = { email: "anna@example.com", first_name: "Anna", last_name: "Berg", company_name: "Berg GmbH", address }
  const facts = (own: Partial<HeadFacts> = {}): HeadFacts => ({
    ...{ program_name: "Friends", timezone: "UTC", statement_settings: normalizeStatementSettings({}), store_name: "Store" },
    ...{ affiliate_code: "anna", billing_details: null, customer },
    ...own,
  })
  const account = {
    name: "Anna Berg",
    company: "Berg GmbH",
    address: "Hof 1\n10115 Berlin",
    country_code: "de",
    tax_id: null,
    affiliate_code: "anna",
  }
  const details = (own: object) => ({ billing_details: { ...NO_BILLING_DETAILS, ...own } })

  it.each<[string, Partial<HeadFacts>, object]>([
    ["is the customer's where nothing was entered", {}, account],
    ["an own name", details({ name: "A. Berg" }), { ...account, name: "A. Berg" }],
    ["an own company and tax number", details({ company: "X", tax_id: "1" }), { ...account, company: "X", tax_id: "1" }],
    ["an own address, without the customer's country", details({ address: "Weg 2" }), { ...account, address: "Weg 2", country_code: null }],
    ["an own country", details({ country_code: "at" }), { ...account, country_code: "at" }],
    [
      "a customer without names and address",
      { customer: { email: "anna@example.com", first_name: null, last_name: " ", company_name: null, address: null } },
      { ...account, name: "anna@example.com", company: null, address: null, country_code: null },
    ],
    [
      "a company without a person needs no e-mail",
      { customer: { email: "anna@example.com", first_name: null, last_name: null, company_name: " Berg ", address: null } },
      { ...account, name: null, company: "Berg", address: null, country_code: null },
    ],
    ["no customer", { customer: null }, { ...NO_BILLING_DETAILS, affiliate_code: "anna" }],
  ])("%s", (_, own, expected) => {
    expect(recipientOf(facts(own))).toEqual(expected)
  })

  it("names the merchant as the program does, else the store, else the program", () => {
    const named = facts({ statement_settings: normalizeStatementSettings({ issuer_name: "Shop Ltd" }) })
    expect([named, facts(), facts({ store_name: null })].map((own) => issuerOf(own).name)).toEqual(["Shop Ltd", "Store", "Friends"])
  })
})
