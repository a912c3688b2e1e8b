import type { RuleTerms } from "../commission-rule"
import { publicRulesOf, type AffiliateOfRules } from "../public-terms"

const NOW = new Date("2026-11-29T12:00:00Z")
const anna: AffiliateOfRules = { id: "aff_anna", group_ids: ["affgroup_press", "affgroup_vip"], has_own_rate: false }
const rule = (changes: Partial<RuleTerms> = {}): RuleTerms => ({
  name: "Internal",
  public_name: "Coffee",
  rate: { type: "percent", percent: "5" },
  conditions: {},
  starts_at: null,
  ends_at: null,
  ...changes,
})
const namesFor = (affiliate: AffiliateOfRules, ...rules: RuleTerms[]) => publicRulesOf(affiliate, rules, NOW).map(({ name }) => name)

describe("the rules that an affiliate reads", () => {
  it("has public name, rate and end, and nothing else of a rule", () => {
    const ends_at = new Date("2026-12-01T00:00:00Z")
    expect(publicRulesOf(anna, [rule({ conditions: { customer_group_ids: ["cusgroup_1"] }, ends_at })], NOW)).toEqual([
      { name: "Coffee", rate: { type: "percent", percent: "5" }, ends_at },
    ])
  })

  it("leaves out rules without a public name, and keeps the order of the others", () => {
    expect(namesFor(anna, rule({ public_name: "B" }), rule({ public_name: null }), rule({ public_name: "A" }))).toEqual(["B", "A"])
  })

  it.each([
    [{ starts_at: new Date("2026-11-29T12:00:00.001Z") }, false],
    [{ starts_at: NOW }, true],
    [{ ends_at: NOW }, false],
    [{ ends_at: new Date("2026-11-29T12:00:00.001Z") }, true],
    [{ conditions: { affiliate_ids: ["aff_bert"] } }, false],
    [{ conditions: { affiliate_ids: ["aff_bert", "aff_anna"] } }, true],
    [{ conditions: { affiliate_group_ids: ["affgroup_tv"] } }, false],
    [{ conditions: { affiliate_group_ids: ["affgroup_tv", "affgroup_vip"] } }, true],
    [{ conditions: { affiliate_ids: ["aff_anna"], affiliate_group_ids: ["affgroup_tv"] } }, false],
    [{ conditions: { product_ids: ["prod_1"], country_codes: ["de"] } }, true],
  ] as [Partial<RuleTerms>, boolean][])("%j is theirs: %s", (changes, isTheirs) => {
    expect(namesFor(anna, rule(changes))).toEqual(isTheirs ? ["Coffee"] : [])
  })

  it("has none of the rules beside an own rate, which comes before them", () => {
    expect(namesFor({ ...anna, has_own_rate: true }, rule())).toEqual([])
  })
})
