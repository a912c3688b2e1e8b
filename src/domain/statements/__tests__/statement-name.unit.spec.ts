import { InvalidInput } from "../../errors"
import { parseStatementName, statementFileName } from "../statement-name"

it.each([
  ["2016-04", "2016-04", "json"],
  ["2016-12.csv", "2016-12", "csv"],
  ["2016-01.html", "2016-01", "html"],
  ["2016-10.pdf", "2016-10", "pdf"],
])("%s is %s as %s", (name, period, format) => {
  expect(parseStatementName(name)).toEqual({ period, format })
})

it.each([
  "2016-13",
  "2016-00",
  "2016-4",
  "2016-04-01",
  "2016-04.xls",
  "2016-04.PDF",
  "2016-04.",
  ".pdf",
  "",
  "2016-04\n",
  "x2016-04",
  "2016-04.pdf.exe",
])("refuses %j", (name) => {
  expect(() => parseStatementName(name)).toThrow(InvalidInput)
  expect(() => parseStatementName(name)).toThrow("period: must be a month such as 2016-04")
})

it("names a file in plain letters", () => {
  expect(statementFileName(["AFF-17", "2016-04"], "pdf")).toBe("statement-AFF-17-2016-04.pdf")
  expect(statementFileName(["AFF/2016_17", '2016"\r\n王'], "csv")).toBe("statement-AFF-2016-17-2016-.csv")
})
