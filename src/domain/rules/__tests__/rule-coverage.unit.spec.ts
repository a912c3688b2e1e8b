import { normalizeRule, type RuleInput, type RuleTerms } from "../commission-rule"
import { covers, mostSpecificFirst } from "../rule-coverage"
import { ruleWarnings } from "../rule-warnings"

const rule = (input: Partial<RuleInput> = {}): RuleTerms => normalizeRule({ name: "Rule", rate: { type: "percent", percent: 5 }, ...input })
const eur = (amount: string) => ({ currency_code: "eur", amount })
const fixed = (...codes: string[]): RuleInput["rate"] => ({
  type: "fixed",
  per: "unit",
  amounts: codes.map((currency_code) => ({ currency_code, amount: "1" })),
})

const WIDE: [string, Partial<RuleInput>, Partial<RuleInput>, boolean][] = [
  ["no condition", {}, { conditions: { tag_ids: ["a"] } }, true],
  ["the same", { conditions: { tag_ids: ["a"] } }, { conditions: { tag_ids: ["a"] } }, true],
  ["more values", { conditions: { tag_ids: ["a", "b"] } }, { conditions: { tag_ids: ["b"] } }, true],
  ["fewer values", { conditions: { tag_ids: ["a"] } }, { conditions: { tag_ids: ["a", "b"] } }, false],
  ["a further kind", { conditions: { tag_ids: ["a"], type_ids: ["t"] } }, { conditions: { tag_ids: ["a"] } }, false],
  ["a kind less", { conditions: { tag_ids: ["a"] } }, { conditions: { tag_ids: ["a"], type_ids: ["t"] } }, true],
  ["the same order", { conditions: { is_first_order: true } }, { conditions: { is_first_order: true } }, true],
  ["another order", { conditions: { is_first_order: true } }, { conditions: { is_first_order: false } }, false],
  ["a lower minimum", { conditions: { min_order_amounts: [eur("9")] } }, { conditions: { min_order_amounts: [eur("10.00")] } }, true],
  ["a higher minimum", { conditions: { min_order_amounts: [eur("11")] } }, { conditions: { min_order_amounts: [eur("10")] } }, false],
  ["a minimum at all", { conditions: { min_order_amounts: [eur("0")] } }, {}, false],
  ["a longer validity", { starts_at: "2016-01-01" }, { starts_at: "2016-02-01", ends_at: "2016-03-01" }, true],
  ["a later beginning", { starts_at: "2016-03-01" }, { starts_at: "2016-02-01" }, false],
  ["an end", { ends_at: "2016-03-01" }, {}, false],
  ["a fixed amount in its currencies", { rate: fixed("eur", "usd") }, { rate: fixed("eur") }, true],
  ["a fixed amount in one of them", { rate: fixed("eur") }, { rate: fixed("eur", "usd") }, false],
  ["a fixed amount, and goods of that currency", { rate: fixed("eur") }, { conditions: { tag_ids: ["a"], currency_codes: ["eur"] } }, true],
  ["a fixed amount, and perhaps shipping", { rate: fixed("eur") }, { conditions: { currency_codes: ["eur"] } }, false],
]

it.each(WIDE)("a rule with %s: whether another is never reached below it", (_, wide, narrow, expected) => {
  expect(covers(rule(wide), rule(narrow))).toBe(expected)
})

it("suggests the most specific rule first, and leaves the others as they are", () => {
  const rules = [
    rule({ name: "all" }),
    rule({ name: "all, later" }),
    rule({ name: "country", conditions: { country_codes: ["de"] } }),
    rule({ name: "tag", conditions: { tag_ids: ["a", "b"] } }),
    rule({ name: "one tag", conditions: { tag_ids: ["a"] } }),
    rule({ name: "tag and country", conditions: { tag_ids: ["a"], country_codes: ["de"] } }),
    rule({ name: "product", conditions: { product_ids: ["p"] } }),
    rule({ name: "until", ends_at: "2016-01-01" }),
  ]
  const expected = ["product", "tag and country", "one tag", "tag", "country", "until", "all", "all, later"]
  expect(mostSpecificFirst(rules).map(({ name }) => name)).toEqual(expected)
})

it("warns of what is never reached, names nobody any more, or has ended", () => {
  const rules = [
    { id: "1", ...rule({ name: "Tags", conditions: { tag_ids: ["a", "b"] } }) },
    { id: "2", ...rule({ name: "Tag", conditions: { tag_ids: ["a"] }, ends_at: "2016-01-01" }) },
    { id: "3", ...rule({ name: "All" }) },
    { id: "4", ...rule({ name: "Rest", rate: { type: "none" } }) },
  ]
  const warnings = ruleWarnings(rules, { tag_ids: new Set(["b"]) }, new Date("2016-01-01"))
  expect(warnings.map(({ rule_id, code }) => `${rule_id} ${code}`)).toEqual([
    "1 deleted",
    "2 unreachable",
    "2 ended",
    "3 no_condition",
    "4 unreachable",
  ])
  expect(warnings.map(({ message }) => message)).toEqual([
    "“Tags” names the tag b, which no longer exists.",
    "“Tag” is never reached, because “Tags” above it matches all it would.",
    "“Tag” has ended: newer orders do not follow it.",
    "“All” has no condition, so that rules below it are never reached: put it last.",
    "“Rest” is never reached, because “All” above it matches all it would.",
  ])
  expect(ruleWarnings(rules.slice(3), {}, new Date("2016-01-01"))).toEqual([])
})
