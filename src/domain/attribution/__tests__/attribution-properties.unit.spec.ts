import fc from "fast-check"

import { decideAttribution, refusal, type Evidence, type EvidenceAffiliate, type OrderFacts } from "../attribution"
import { click, daysBefore, order, program, promoCode, referral } from "./evidence"

const programs = fc.constantFrom(
  program(),
  program({ id: "affprog_2", attribution_model: "first_click", attribution_window_days: 30 }),
  program({ id: "affprog_3", referral_period_months: 3, sales_channel_ids: ["sc_1"] }),
  program({ id: "affprog_4", status: "paused" })
)
const affiliates = fc.record({
  status: fc.constantFrom<EvidenceAffiliate["status"][]>("active", "active", "active", "suspended", "pending"),
  // Some affiliates are the shopper.
  customer_id: fc.constantFrom("cus_a", "cus_b", "cus_shopper"),
  email: fc.constantFrom(null, "a@example.com", "Shop.per+1@example.com", "shopper+1@example.com"),
})
const parts = fc.record({
  make: fc.constantFrom<typeof referral>(promoCode, referral, (name, overrides) => click(name, 0, overrides)),
  name: fc.constantFrom("anna", "bert", "carl"),
  program: programs,
  affiliate: affiliates,
  occurred_at: fc.integer({ min: 0, max: 120 }).map(daysBefore),
})
/** Evidence as the database gives it: ids are unique, and a person has one living referral a program at most. */
const evidence = fc.array(parts, { maxLength: 8 }).map((list) => {
  const referred = new Set<string>()
  return list
    .map(({ make, name, ...overrides }, index) => make(name, { ...overrides, id: `id_${index}` }))
    .filter(({ type, program: { id } }) => {
      const isSecondReferral = type === "referral" && referred.has(id)
      if (type === "referral") referred.add(id)
      return !isSecondReferral
    })
})
const orders: fc.Arbitrary<OrderFacts> = fc
  .record({
    has_earlier_order: fc.boolean(),
    sales_channel_id: fc.constantFrom("sc_1", "sc_2", null),
    customer_id: fc.constantFrom("cus_shopper", null),
  })
  .map(order)

const check = (law: (facts: OrderFacts, items: Evidence[]) => void) => fc.assert(fc.property(orders, evidence, law), { numRuns: 1000 })
const RANK = { promo_code: 0, referral: 1, click: 2 }

it("the decision does not depend on the order of the evidence", () => {
  fc.assert(
    fc.property(
      orders,
      evidence.chain((items) => fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length }))),
      (facts, [items, shuffled]) => {
        const [one, other] = [decideAttribution(facts, items), decideAttribution(facts, shuffled)]
        expect([other.chosen?.id, other.reason, other.makes_referral]).toEqual([one.chosen?.id, one.reason, one.makes_referral])
      }
    ),
    { numRuns: 1000 }
  )
})

it("at most one is chosen, and it is the one that is said to be", () => {
  check((facts, items) => {
    const { chosen, evaluated } = decideAttribution(facts, items)
    expect(evaluated.filter(({ verdict }) => verdict === "chosen").map(({ evidence: { id } }) => id)).toEqual(chosen ? [chosen.id] : [])
  })
})

it("what is chosen is not refused, and what is refused says why", () => {
  check((facts, items) => {
    for (const { evidence: item, verdict, reason } of decideAttribution(facts, items).evaluated) {
      expect([verdict === "refused", reason]).toEqual([refusal(item, facts, items) !== null, refusal(item, facts, items)])
    }
  })
})

it("nobody gets the order only when everything is refused, and then with a reason of the evidence", () => {
  check((facts, items) => {
    const { chosen, reason, evaluated } = decideAttribution(facts, items)
    if (chosen) return
    const reasons: string[] = items.length > 0 ? evaluated.map((item) => String(item.reason)) : ["no_evidence"]
    expect([evaluated.every(({ verdict }) => verdict === "refused"), reasons.includes(reason)]).toEqual([true, true])
  })
})

it("nothing valid of a stronger kind is left beside what is chosen", () => {
  check((facts, items) => {
    const { chosen, evaluated } = decideAttribution(facts, items)
    const stronger = evaluated.filter(
      ({ verdict, evidence: { type } }) => verdict === "not_chosen" && chosen && RANK[type] < RANK[chosen.type]
    )
    expect(stronger).toEqual([])
  })
})

it("evidence that is refused never changes who is chosen, unless it is the referral that speaks against links", () => {
  check((facts, items) => {
    const before = decideAttribution(facts, items)
    for (const item of items) {
      if (refusal(item, facts, items) === null) continue
      const without = decideAttribution(
        facts,
        items.filter((other) => other !== item)
      )
      const freed = item.type === "referral" && without.chosen?.type === "click" && without.chosen.program.id === item.program.id
      if (!freed) expect(without.chosen?.id).toBe(before.chosen?.id)
    }
  })
})

it("a referral is made by a code or link alone, and never for the affiliate who has it, unless it has expired", () => {
  check((facts, items) => {
    const { chosen, makes_referral } = decideAttribution(facts, items)
    const own = items.filter(({ type, affiliate }) => type === "referral" && affiliate.id === chosen?.affiliate.id)
    const has = own.some((item) => refusal(item, facts, items) !== "referral_expired")
    expect(makes_referral).toBe(chosen !== null && chosen.type !== "referral" && !has)
  })
})

it("no affiliate earns on their own order", () => {
  check((facts, items) => {
    const earner = decideAttribution(facts, items).chosen?.affiliate
    if (earner) expect([earner.customer_id === facts.customer_id, earner.email === "shopper+1@example.com"]).toEqual([false, false])
  })
})
