import fc from "fast-check"

import { RunningTotals } from "../../money/running-totals"
import { plainCell } from "../../text/safe-cell"
import { exportCell } from "../export-cell"

it.each([
  [null, ""],
  ["-12.30", "-12.30"],
  ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
  ["+anna@example.com", "'+anna@example.com"],
  ["-5 apples", "'-5 apples"],
  ["Anna, Berg", "Anna, Berg"],
])("%j leaves as %j", (value, cell) => {
  expect(exportCell(value)).toBe(cell)
})

it("what leaves comes back, unless it began with the apostrophe itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("=", "+", "-", "@", ",", ";", "\t", " ", "a", "1", '"') }), (text) => {
      expect(plainCell(exportCell(text))).toBe(text)
    })
  )
})

it("sums grow exactly, each currency by itself", () => {
  const totals = new RunningTotals()
  for (const amount of ["0.10", "0.20", "90071992547409.93"]) totals.add("eur", amount)
  totals.add("jpy", "-7")
  expect(totals.currencies.map((currency) => [currency, totals.of(currency)])).toEqual([
    ["eur", "90071992547410.23"],
    ["jpy", "-7"],
  ])
})
