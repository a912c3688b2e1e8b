import { REFERRAL_LIST_HEADER, referralListRow, type ListedReferral } from "../referral-list"

const REFERRAL: ListedReferral = {
  started_at: new Date("2016-04-02T10:00:00.000Z"),
  program_name: "Friends",
  affiliate_code: "anna",
  customer_email: "+b@example.com",
  customer_name: "=B",
  source: "manual",
  order_id: null,
  ended_at: null,
  reason: "@phone",
}

it("writes text as no formula, and leaves empty what is not there", () => {
  const line = ["2016-04-02T10:00:00.000Z", "Friends", "anna", "'+b@example.com", "'=B", "manual", "", "", "'@phone"]
  expect(referralListRow(REFERRAL)).toEqual(line)
  expect(line).toHaveLength(REFERRAL_LIST_HEADER.length)
  const ended = referralListRow({ ...REFERRAL, ended_at: new Date("2016-05-01T00:00:00Z"), order_id: "order_1", reason: null })
  expect(ended.slice(-3)).toEqual(["order_1", "2016-05-01T00:00:00.000Z", ""])
})
