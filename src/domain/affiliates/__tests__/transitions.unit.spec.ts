import { mayBecome, type AffiliateStatus } from "../transitions"

const STATUSES: AffiliateStatus[] = ["pending", "active", "suspended", "rejected"]

it.each<[AffiliateStatus, AffiliateStatus[]]>([
  ["pending", ["pending", "active", "rejected"]],
  ["active", ["active", "suspended"]],
  ["suspended", ["active", "suspended"]],
  ["rejected", ["active", "rejected"]],
])("%s may become %j and nothing else", (from, expected) => {
  expect(STATUSES.filter((to) => mayBecome(from, to))).toEqual(expected)
})
