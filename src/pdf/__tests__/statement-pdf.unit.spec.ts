import { buffer } from "node:stream/consumers"

import { pdfText } from "../../../integration-tests/helpers/pdf-text"
import type { DocumentTable } from "../../domain/statements/statement-document"
import type { IssuedStatement, StatementLine } from "../../domain/statements/statement"
import { drawTable } from "../table"
import { PAGE, PdfPages } from "../pages"
import { statementPdf } from "../statement-pdf"

jest.setTimeout(60_000)

const INFO = { title: "t", author: "a", createdAt: new Date("2016-05-01T00:00:00Z") }
const HEAD = "Order"

interface Written {
  text: string
  top: number
}

/** What is written on each page when tables are drawn below a certain height. */
async function pagesOf(tables: DocumentTable[], from: number = PAGE.top): Promise<Written[][]> {
  let pages: Written[][] = []
  let begun = 0
  const turned = jest.spyOn(PdfPages.prototype, "newPage")
  const write = jest.spyOn(PdfPages.prototype, "write").mockImplementation((text, _style, _x, top) => {
    ;(pages[turned.mock.calls.length - begun] ??= []).push({ text, top })
  })
  try {
    const layOut = async (sheet: PdfPages): Promise<void> => {
      pages = []
      begun = turned.mock.calls.length
      sheet.y = from
      for (const table of tables) await drawTable(sheet, table)
    }
    await PdfPages.compose(INFO, [{ footer: () => ({ left: "footer", right: "page" }), layOut }])
  } finally {
    write.mockRestore()
    turned.mockRestore()
  }
  return pages.map((page) => page.filter(({ text }) => !["footer", "page", ""].includes(text)))
}

const table = (rows: string[][]): DocumentTable => ({
  ...{ title: "Title", rows, total: ["Total", "", "9.99"] },
  columns: [
    { label: HEAD, holds: "code" },
    { label: "Event", holds: "text" },
    { label: "Amount", holds: "figure" },
  ],
})
const rowsOf = (count: number, text = "text") => Array.from({ length: count }, (_, n) => [`#${n}`, text, "1.00"])
const isRow = ({ text }: Written) => text.startsWith("#")

it("tears no two rows from title or total, however many there are and wherever the table begins", async () => {
  for (const [from, text] of [
    [PAGE.top, "text"],
    [600, "text"],
    [740, "a text of several lines ".repeat(8)],
  ] as const) {
    for (let count = 1; count <= 45; count++) {
      const pages = (await pagesOf([table(rowsOf(count, text))], from)).filter((page) => page.length > 0)
      expect(
        pages
          .flat()
          .filter(isRow)
          .map((row) => row.text)
      ).toEqual(rowsOf(count).map(([order]) => order))
      for (const page of pages) {
        const texts = page.map((written) => written.text)
        expect(texts.filter((one) => one === HEAD)).toHaveLength(1)
        expect(page.filter(isRow).length).toBeGreaterThanOrEqual(
          texts.includes("Title") || texts.includes("Total") ? Math.min(2, count) : 1
        )
        expect(Math.max(...page.map(({ top }) => top))).toBeLessThan(PAGE.bottom)
      }
      expect(pages.at(-1)?.some((written) => written.text === "Total")).toBe(true)
    }
  }
})

it("cuts a text that would fill the page, and says so", async () => {
  const [page] = await pagesOf([table([["#0", "王".repeat(2000), "1.00"], ...rowsOf(1)])])
  const written = page?.filter(({ text }) => text.includes("王")) ?? []
  expect(written).toHaveLength(12)
  expect(written.map(({ text }) => text.endsWith("…"))).toEqual([...Array<boolean>(11).fill(false), true])
})

const line = (n: number): StatementLine => ({
  ...{
    type: "commission",
    currency_code: "eur",
    occurred_at: new Date("2016-04-20T12:00:00Z"),
    order_id: `order_${n}`,
    order_display_id: n,
  },
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
})

const STATEMENT: IssuedStatement = {
  ...{ period: "2016-04", currency_code: "eur", status: "closed", opening_balance: "0.00", commissions: "6000.00", adjustments: "0.00" },
  ...{
    payouts: "0.00",
    closing_balance: "6000.00",
    pending: "0.00",
    withheld: "0.00",
    budget: "0.00",
    number: "17",
    issued_at: INFO.createdAt,
  },
  issuer: {
    ...{ name: "ООО «Сияние»", address: null, tax_id: null, tax_note: null, is_self_billed: false, number_prefix: "" },
    ...{ program_name: "Friends", timezone: "UTC" },
  },
  recipient: {
    name: "王小明",
    company: "תל אביב",
    address: "서울 😀\nمصر 2016\nΑθήνα\nกรุงเทพฯ\nदिल्ली",
    country_code: null,
    tax_id: null,
    affiliate_code: "anna",
  },
  agreement: null,
  lines: Array.from({ length: 300 }, (_, n) => line(n + 1)),
}

it("three hundred lines and every script can be read in it, and the same statement is the same file", async () => {
  const pdf = await buffer(await statementPdf([STATEMENT]))
  const { pages } = await pdfText(pdf)
  const numbers = pages.map((page) => page.at(-1))
  expect(numbers).toEqual(pages.map((_, n) => `ООО | « | Сияние | » · Statement 17 | Page ${n + 1} of ${pages.length}`))
  const rows = pages.flat().filter((text) => text.startsWith("#"))
  expect(rows).toEqual(Array.from({ length: 300 }, (_, n) => `#${n + 1} | 20 Apr 2016 | Order | 200.00 | 10 % | 20.00`))
  expect(pages.flat()).toContain("Total | 60,000.00 | 6,000.00")
  const first = pages[0]?.join("\n") ?? ""
  for (const text of ["王小明", "서울", "Αθήνα"]) expect(first).toContain(text)
  expect(pdf.subarray(0, 8).toString()).toBe("%PDF-1.7")
  expect(pdf.includes("<pdfaid:part>2</pdfaid:part>")).toBe(true)
  expect(Buffer.compare(pdf, await buffer(await statementPdf([STATEMENT])))).toBe(0)
})
