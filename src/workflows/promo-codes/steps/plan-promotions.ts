import type { CreatePromotionDTO, UpdatePromotionDTO } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import type { PromoCodePromotion, PromotionBinding } from "../../../modules/affiliate/promo-codes/promo-code-promotions"
import type { PromoCodesOf } from "./issue-promo-codes"
import { affiliateModule } from "../../utils/affiliate-module"

export interface PromotionPlan {
  create: CreatePromotionDTO[]
  update: UpdatePromotionDTO[]
  bind: PromotionBinding[]
}

/** Compares the Medusa promotions of promo codes with the program's settings. Writes nothing. */
export const planPromotionsStep = createStep("plan-promotions", async ({ program_id, affiliate_ids }: PromoCodesOf, { container }) => {
  const affiliate = affiliateModule(container)
  const codes = await affiliate.promoCodes.listPromotions(program_id, affiliate_ids)
  const plan: PromotionPlan = {
    create: codes.filter(({ promotion_id, should_be_active }) => should_be_active && !promotion_id).map(newPromotion),
    update: codes.flatMap(changedPromotion),
    bind: codes.flatMap(changedBinding),
  }
  return new StepResponse(plan)
})

/** A percentage, allocated across the items, because Medusa carries only that over to order edits. The rule limits it to first orders. */
const newPromotion = ({ promo_code_id, code, discount_percent }: PromoCodePromotion): CreatePromotionDTO => ({
  code,
  type: "standard",
  status: "active",
  is_automatic: false,
  metadata: { affiliate_promo_code_id: promo_code_id },
  application_method: { type: "percentage", target_type: "items", allocation: "across", value: Number(discount_percent) },
  rules: [{ attribute: "affiliate.first_order", operator: "eq", values: ["true"] }],
})

function changedPromotion({
  promotion_id,
  is_active,
  should_be_active,
  has_percent,
  discount_percent,
}: PromoCodePromotion): UpdatePromotionDTO[] {
  if (!promotion_id) return []
  const status = is_active === should_be_active ? {} : { status: should_be_active ? ("active" as const) : ("inactive" as const) }
  const method = !should_be_active || has_percent ? {} : { application_method: { value: Number(discount_percent) } }
  const change = { ...status, ...method }
  return Object.keys(change).length > 0 ? [{ id: promotion_id, ...change } as UpdatePromotionDTO] : []
}

/**
 * Without a discount the code is unbound from its promotion: Medusa refuses the code of an inactive promotion, and the code must still
 * attribute.
 */
function changedBinding({ promo_code_id, linked_promotion_id, promotion_id, has_discount }: PromoCodePromotion): PromotionBinding[] {
  const wanted = has_discount ? promotion_id : null
  return wanted === linked_promotion_id ? [] : [{ promo_code_id, promotion_id: wanted }]
}
