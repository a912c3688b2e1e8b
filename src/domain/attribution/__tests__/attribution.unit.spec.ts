import { decideAttribution, type Evidence, type OrderFacts } from "../attribution"
import { click, daysBefore, order, program, promoCode, referral } from "./evidence"

const brand = program({ id: "affprog_2" })
const firstClick = program({ attribution_model: "first_click" })
const short = { program: program({ referral_period_months: 1 }) }

type Case = [label: string, facts: Partial<OrderFacts>, evidence: Evidence[], outcome: string]

/** The decision on one line: who gets the order, by which rule, and whether it makes a referral. */
function outcomeOf(facts: Partial<OrderFacts>, evidence: Evidence[]): string {
  const { chosen, reason, makes_referral } = decideAttribution(order(facts), evidence)
  return [chosen?.affiliate.code ?? "nobody", reason, ...(makes_referral ? ["makes a referral"] : [])].join(", ")
}

const returning = { has_earlier_order: true }

describe("who gets the order", () => {
  const cases: Case[] = [
    ["nothing touched it", {}, [], "nobody, no_evidence"],
    ["a code on the first order", {}, [promoCode("anna")], "anna, promo_code, makes a referral"],
    ["a link on the first order", {}, [click("bert", 3)], "bert, last_click, makes a referral"],
    ["a referral on the first order", {}, [referral("carl")], "carl, existing_referral"],
    ["a referral on a later order: every order earns", returning, [referral("carl")], "carl, existing_referral"],
    [
      "a code beats a referral, and referrals the customer anew",
      {},
      [referral("carl"), promoCode("anna")],
      "anna, promo_code, makes a referral",
    ],
    ["a code beats a link, however late", {}, [promoCode("anna"), click("bert", 0)], "anna, promo_code, makes a referral"],
    ["a referral beats a link", {}, [referral("carl"), click("bert", 0)], "carl, existing_referral"],
    ["a code beats both", {}, [click("bert", 0), referral("carl"), promoCode("anna")], "anna, promo_code, makes a referral"],
    ["a code of the affiliate who has the referral makes no second one", {}, [referral("anna"), promoCode("anna")], "anna, promo_code"],
    ["but where it has expired, renews it", {}, [referral("anna", short), promoCode("anna", short)], "anna, promo_code, makes a referral"],
    [
      "after the first order a code no longer moves the referral",
      returning,
      [referral("carl"), promoCode("anna")],
      "carl, existing_referral",
    ],
    ["after the first order a code earns nothing", returning, [promoCode("anna")], "nobody, not_first_order"],
    ["after the first order a link earns nothing", returning, [click("bert", 0)], "nobody, not_first_order"],
    [
      "a code that is refused leaves the order to the link",
      {},
      [promoCode("anna", suspended()), click("bert", 3)],
      "bert, last_click, makes a referral",
    ],
    [
      "a code that is refused leaves the order to the referral",
      {},
      [promoCode("anna", suspended()), referral("carl")],
      "carl, existing_referral",
    ],
    [
      "a suspended affiliate's referral blocks links of the program",
      {},
      [referral("carl", suspended()), click("bert", 3)],
      "nobody, affiliate_not_active",
    ],
    ["but not a code", {}, [referral("carl", suspended()), promoCode("anna")], "anna, promo_code, makes a referral"],
    [
      "and not the link of another program",
      {},
      [referral("carl", suspended()), click("bert", 3, { program: brand })],
      "bert, last_click, makes a referral",
    ],
    ["a guest's referral holds by e-mail", { customer_id: null }, [referral("carl")], "carl, existing_referral"],
    ["a manual referral is a referral", {}, [referral("carl", { source: "manual" })], "carl, existing_referral"],
  ]
  it.each(cases)("%s", (_, facts, evidence, outcome) => {
    expect(outcomeOf(facts, evidence)).toBe(outcome)
  })
})

describe("which of several links", () => {
  const cases: Case[] = [
    ["the last one", {}, [click("anna", 5), click("bert", 3)], "bert, last_click, makes a referral"],
    ["in a first-click program the first one", {}, firstClicks(click("anna", 5), click("bert", 3)), "anna, first_click, makes a referral"],
    ["the first valid one", {}, firstClicks(click("anna", 91), click("bert", 3), click("carl", 1)), "bert, first_click, makes a referral"],
    ["the last valid one", {}, [click("anna", 5), click("bert", 3, suspended())], "anna, last_click, makes a referral"],
    [
      "of two programs the one clicked last",
      {},
      [click("anna", 5), click("bert", 3, { program: brand })],
      "bert, last_click, makes a referral",
    ],
    [
      "where that program counts the first click, its first",
      {},
      [click("anna", 7, { program: brand }), ...firstClicks(click("bert", 5), click("carl", 3))],
      "bert, first_click, makes a referral",
    ],
    [
      "where the other program counts the first click, still the last",
      {},
      [...firstClicks(click("bert", 5), click("carl", 3)), click("anna", 1, { program: brand })],
      "anna, last_click, makes a referral",
    ],
  ]
  it.each(cases)("%s", (_, facts, evidence, outcome) => {
    expect(outcomeOf(facts, evidence)).toBe(outcome)
  })

  it.each([
    ["last_click", "affclk_b"],
    ["first_click", "affclk_a"],
  ] as const)("%s: at one and the same instant the id decides", (attribution_model, id) => {
    const same = { program: program({ attribution_model }) }
    const evidence = [click("bert", 3, { ...same, id: "affclk_b" }), click("anna", 3, { ...same, id: "affclk_a" })]
    expect(decideAttribution(order(), evidence).chosen?.id).toBe(id)
    expect(decideAttribution(order(), evidence.reverse()).chosen?.id).toBe(id)
  })
})

describe("several programs", () => {
  const cases: Case[] = [
    [
      "a code of one beats the referral of another",
      {},
      [referral("carl"), promoCode("anna", { program: brand })],
      "anna, promo_code, makes a referral",
    ],
    [
      "the referral of one beats the link of another",
      {},
      [referral("carl"), click("bert", 0, { program: brand })],
      "carl, existing_referral",
    ],
    [
      "of two referrals the younger",
      {},
      [referral("carl"), referral("dora", { program: brand, occurred_at: daysBefore(10) })],
      "dora, existing_referral",
    ],
    [
      "a program that does not run leaves the order to the other",
      {},
      [referral("carl", { program: program({ status: "paused" }) }), referral("dora", { program: brand, occurred_at: daysBefore(200) })],
      "dora, existing_referral",
    ],
    [
      "a referral in one does not speak against a link of another",
      {},
      [referral("carl", { program: program({ status: "paused" }) }), click("bert", 1, { program: brand })],
      "bert, last_click, makes a referral",
    ],
  ]
  it.each(cases)("%s", (_, facts, evidence, outcome) => {
    expect(outcomeOf(facts, evidence)).toBe(outcome)
  })
})

describe("why nobody gets it: the latest evidence of the strongest kind tells", () => {
  const cases: Case[] = [
    [
      "a code before a referral",
      {},
      [referral("carl", suspended()), promoCode("anna", { program: program({ status: "paused" }) })],
      "nobody, program_not_running",
    ],
    ["a referral before a link", {}, [click("bert", 100), referral("carl", suspended())], "nobody, affiliate_not_active"],
    ["of two links the later", {}, [click("bert", 100), click("anna", 1, suspended())], "nobody, affiliate_not_active"],
    ["in whatever order they come", {}, [click("anna", 1, suspended()), click("bert", 100)], "nobody, affiliate_not_active"],
  ]
  it.each(cases)("%s", (_, facts, evidence, outcome) => {
    expect(outcomeOf(facts, evidence)).toBe(outcome)
  })
})

it("weighs every piece of evidence, in the order it came", () => {
  const evidence = [
    click("bert", 100),
    promoCode("anna"),
    referral("carl"),
    referral("dora", { program: brand, ...suspended() }),
    click("emil", 1),
  ]
  const { evaluated } = decideAttribution(order(), evidence)
  expect(evaluated.map(({ evidence: { affiliate }, verdict, reason }) => [affiliate.code, verdict, reason])).toEqual([
    ["bert", "refused", "already_referred"],
    ["anna", "chosen", null],
    ["carl", "not_chosen", null],
    ["dora", "refused", "affiliate_not_active"],
    ["emil", "refused", "already_referred"],
  ])
})

function suspended(): { affiliate: { status: "suspended" } } {
  return { affiliate: { status: "suspended" } }
}

function firstClicks(...clicks: Evidence[]): Evidence[] {
  return clicks.map((item) => ({ ...item, program: firstClick }))
}
