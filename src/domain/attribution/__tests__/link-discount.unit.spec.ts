import { decideAttribution, type Evidence, type OrderFacts } from "../attribution"
import { discountedClick } from "../link-discount"
import { click, order, program, promoCode, referral } from "./evidence"

const discounted = (evidence: Evidence[], facts: Partial<OrderFacts> = {}): string | null =>
  discountedClick(order(facts), decideAttribution(order(facts), evidence))?.affiliate.code ?? null

it.each<[string, Evidence[], string | null]>([
  ["nothing", [], null],
  ["a link", [click("anna", 1)], "anna"],
  ["two links: the last one", [click("anna", 2), click("otto", 1)], "otto"],
  ["the first one in a first-click program", both("first_click"), "anna"],
  ["a link and the same affiliate's typed code", [click("anna", 1), promoCode("anna")], null],
  ["a link and another's typed code", [click("anna", 1), promoCode("otto")], null],
  ["a link of the affiliate whose referral the shopper is", [click("anna", 1), referral("anna")], "anna"],
  ["a link, and a referral of another affiliate", [click("anna", 1), referral("otto")], null],
  ["a referral alone", [referral("anna")], null],
  ["a link whose time has run out", [click("anna", 91)], null],
  ["the same, and a referral", [click("anna", 91), referral("anna")], null],
  ["a link on its last day, and a referral", [click("anna", 90), referral("anna")], "anna"],
  ["a link of a suspended affiliate", [click("anna", 1, { affiliate: { status: "suspended" } })], null],
])("%s", (_, evidence, code) => {
  expect(discounted(evidence)).toBe(code)
})

it("gives no discount on a later order, also to a referral", () => {
  expect(discounted([click("anna", 1)], { has_earlier_order: true })).toBeNull()
  expect(discounted([click("anna", 1), referral("anna")], { has_earlier_order: true })).toBeNull()
})

function both(attribution_model: "first_click"): Evidence[] {
  return [click("anna", 2, { program: program({ attribution_model }) }), click("otto", 1, { program: program({ attribution_model }) })]
}
