import { clickListRow, CLICK_LIST_HEADER, type ListedClick } from "../click-list"

const CLICK: ListedClick = {
  occurred_at: new Date("2026-04-15T12:00:00.123Z"),
  program_name: "=Friends",
  affiliate_code: "anna",
  page: "https://shop.example.com/a,=1+1",
  referrer: null,
  utm_source: "+news",
  utm_medium: "@mail",
  utm_campaign: "-50%",
  sub: "\t=cmd|' /C calc'!A0",
  outcome: "ordered",
  order_id: "order_1",
  order_display_id: 7,
}

it("writes hostile text so that no spreadsheet reads a formula", () => {
  expect(clickListRow(CLICK)).toEqual([
    "2026-04-15T12:00:00.123Z",
    "'=Friends",
    "anna",
    "https://shop.example.com/a,'=1+1",
    "",
    "'+news",
    "'@mail",
    "'-50%",
    "'=cmd|' /C calc'!A0",
    "ordered",
    "7",
    "order_1",
  ])
  expect(clickListRow(CLICK)).toHaveLength(CLICK_LIST_HEADER.length)
})

it("leaves empty what is not there", () => {
  const none = { ...CLICK, order_id: null, order_display_id: null, outcome: "none" as const }
  expect(clickListRow(none).slice(-3)).toEqual(["none", "", ""])
})
