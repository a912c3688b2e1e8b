import { COMMISSION_LIST_HEADER, commissionListRow, type ListedCommission } from "../commission-list"

const COMMISSION: ListedCommission = {
  order_id: "order_1",
  order_display_id: 7,
  program_name: "Friends",
  affiliate_code: "anna",
  affiliate_name: "=Anna\u00ad Bell",
  kind: "return",
  status: "pending",
  period: "2016-05",
  corrects_period: "2016-04",
  expense_amount: "-100.00",
  rate_percent: "7.5",
  amount: "-7.50",
  currency_code: "eur",
  occurred_at: new Date("2016-05-02T10:00:00.000Z"),
}
const LINE = ["2016-05-02T10:00:00.000Z", "7", "order_1", "Friends", "anna", "'=Anna Bell", "return", "pending", "2016-05", "2016-04"]

it.each([
  ["point" as const, ["-100.00", "7.5", "-7.50", "EUR"]],
  ["comma" as const, ["-100,00", "7,5", "-7,50", "EUR"]],
])("writes amounts with a %s, and text as no formula", (sign, amounts) => {
  expect(commissionListRow(COMMISSION, sign)).toEqual([...LINE, ...amounts])
  expect(LINE.length + amounts.length).toBe(COMMISSION_LIST_HEADER.length)
})

it("leaves empty what is not there", () => {
  const row = commissionListRow({ ...COMMISSION, order_display_id: null, affiliate_name: null, corrects_period: null }, "point")
  expect([row[1], row[5], row[9]]).toEqual(["", "", ""])
})
