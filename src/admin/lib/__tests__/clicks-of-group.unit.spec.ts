/// <reference types="jest" />
import { clicksOfGroup } from "../clicks-of-group"

const ADDRESS = "tab=groups&by=page&offset=20&range=this_month&program_id=affprog_1"
const KEPT = "range=this_month&program_id=affprog_1"

it.each([
  ["page", "https://shop.example.com/a?b", `${KEPT}&page=%22https%3A%2F%2Fshop.example.com%2Fa%3Fb%22`],
  ["affiliate", "aff_1", `${KEPT}&affiliate_id=%5B%22aff_1%22%5D`],
  ["sub", "7", `${KEPT}&sub=%227%22`],
  ["day", "2026-04-15", "range=own&program_id=affprog_1&from=2026-04-15&to=2026-04-15"],
] as const)("the clicks of a %s", (by, value, expected) => {
  expect(clicksOfGroup(by, value, ADDRESS)).toBe(`/affiliates/clicks?${expected}`)
})

it("clicks without a value have no filter", () => {
  expect(clicksOfGroup("sub", null, ADDRESS)).toBeNull()
})
