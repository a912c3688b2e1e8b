import type { CreatePromotionDTO, UpdatePromotionDTO } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import {
  planPromotion,
  PROMO_CODES_ATTRIBUTE,
  retiredCode,
  type PromotionChange,
  type PromotionFacts,
} from "../../../domain/promo-codes/promotion-plan"
import type { PromotionBinding } from "../../../modules/affiliate/promo-codes/promo-code-promotions"
import type { PromoCodesOf } from "./issue-promo-codes"
import { affiliateModule } from "../../utils/affiliate-module"

interface PromotionPlans {
  update: UpdatePromotionDTO[]
  create: CreatePromotionDTO[]
  /** One for each code whose promotion changes, apart from those in `create`. */
  bind: PromotionBinding[]
}

/** Compares the Medusa promotions of promo codes with the program's settings. Writes nothing. */
export const planPromotionsStep = createStep("plan-promotions", async ({ program_id, affiliate_ids }: PromoCodesOf, { container }) => {
  const facts = await affiliateModule(container).promoCodes.listPromotions(program_id, affiliate_ids)
  const plans: PromotionPlans = { update: [], create: [], bind: [] }
  for (const code of facts) addPlan(plans, code)
  return new StepResponse(plans)
})

function addPlan(plans: PromotionPlans, facts: PromotionFacts): void {
  const { promo_code_id, code, promotion_id, bound_promotion_id } = facts
  const plan = planPromotion(facts)
  if (promotion_id && plan.is_retired) plans.update.push({ id: promotion_id, code: retiredCode(code, promotion_id), is_automatic: false })
  if (promotion_id && plan.change) plans.update.push(toUpdate(promotion_id, plan.change))
  if (plan.is_created) plans.create.push(newPromotion(facts))
  else if (plan.bound_promotion_id !== bound_promotion_id) plans.bind.push({ promo_code_id, promotion_id: plan.bound_promotion_id })
}

const toUpdate = (id: string, { percent, ...change }: PromotionChange): UpdatePromotionDTO =>
  ({ id, ...change, ...(percent !== undefined && { application_method: { value: Number(percent) } }) }) as UpdatePromotionDTO

/** A percentage, allocated across the items, because Medusa carries only that over to order edits. The rule lets our hooks decide. */
const newPromotion = ({ promo_code_id, code, discount_percent }: PromotionFacts): CreatePromotionDTO => ({
  code,
  type: "standard",
  status: "active",
  is_automatic: false,
  metadata: { affiliate_promo_code_id: promo_code_id },
  application_method: { type: "percentage", target_type: "items", allocation: "across", value: Number(discount_percent) },
  rules: [{ attribute: PROMO_CODES_ATTRIBUTE, operator: "in", values: [code] }],
})
