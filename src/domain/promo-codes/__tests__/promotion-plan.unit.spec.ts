import { originalCode, planPromotion, retiredCode, type PromotionFacts, type PromotionPlan } from "../promotion-plan"

const facts = (overrides: Partial<PromotionFacts> = {}): PromotionFacts => ({
  promo_code_id: "affpromo_1",
  code: "HI-1",
  bound_promotion_id: "promo_1",
  promotion_id: "promo_1",
  promotion_code: "HI-1",
  is_active: true,
  is_automatic: false,
  is_intact: true,
  has_percent: true,
  is_used: false,
  is_taken: false,
  has_discount: true,
  discount_percent: "10",
  is_running: true,
  ...overrides,
})
const GONE = { promotion_id: null, promotion_code: null, is_active: false, is_intact: false, has_percent: false }
const KEPT: PromotionPlan = { is_retired: false, is_created: false, change: null, bound_promotion_id: "promo_1" }
const NEW: PromotionPlan = { is_retired: false, is_created: true, change: null, bound_promotion_id: null }

it.each<[string, Partial<PromotionFacts>, PromotionPlan]>([
  ["what it should be", {}, KEPT],
  ["not bound", { bound_promotion_id: null }, KEPT],
  ["deleted", GONE, NEW],
  ["deleted, and the store has the code now", { ...GONE, is_taken: true }, { ...NEW, is_created: false }],
  ["deleted while the affiliate is suspended", { ...GONE, is_running: false }, { ...NEW, is_created: false }],
  ["renamed", { promotion_code: "SPRING" }, { ...KEPT, change: { code: "HI-1" } }],
  ["renamed, and the store has the code now", { promotion_code: "SPRING", is_taken: true }, KEPT],
  ["made automatic", { is_automatic: true }, { ...KEPT, change: { is_automatic: false } }],
  [
    "made automatic while the affiliate is suspended",
    { is_automatic: true, is_running: false },
    { ...KEPT, change: { is_automatic: false } },
  ],
  ["switched off", { is_active: false }, { ...KEPT, change: { status: "active" } }],
  ["switched off while the affiliate is suspended", { is_active: false, is_running: false }, KEPT],
  ["of another discount, and no order has it", { has_percent: false }, { ...KEPT, change: { percent: "10" } }],
  ["of another discount, and an order has it", { has_percent: false, is_used: true }, { ...NEW, is_retired: true }],
  ["of another discount while the program is paused", { has_percent: false, is_used: true, is_running: false }, KEPT],
  ["without its rule", { is_intact: false }, { ...NEW, is_retired: true }],
  ["of a program that gives no discount now", { has_discount: false }, { ...KEPT, bound_promotion_id: null }],
])("a promotion that is %s", (_, overrides, plan) => {
  expect(planPromotion(facts(overrides))).toEqual(plan)
})

it("a retired promotion's code is nobody's promo code, and leads back to it", () => {
  expect(retiredCode("HI-1", "promo_1")).toBe("HI-1#promo_1")
  expect([originalCode("HI-1#promo_1"), originalCode("HI-1")]).toEqual(["HI-1", "HI-1"])
})
