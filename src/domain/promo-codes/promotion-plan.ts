/** The attribute that the one rule of an affiliate's promotion reads: the codes that may take something off now. */
export const PROMO_CODES_ATTRIBUTE = "affiliate.promo_codes"

/** A promo code, the promotion that was made for it, and what the program's settings want of it. */
export interface PromotionFacts {
  promo_code_id: string
  code: string
  /** The promotion the code is bound to; null where it gives no discount. */
  bound_promotion_id: string | null
  /** The promotion made for this code, bound to it or not. */
  promotion_id: string | null
  promotion_code: string | null
  is_active: boolean
  is_automatic: boolean
  /** Whether it is a percentage spread over the items, and asks our rule. */
  is_intact: boolean
  has_percent: boolean
  /** Whether an order has it: edits of that order compute its discount anew. */
  is_used: boolean
  /** Whether the store has given the code to a promotion of its own. */
  is_taken: boolean
  has_discount: boolean
  discount_percent: string
  /** Whether affiliate and program are active. */
  is_running: boolean
}

export interface PromotionChange {
  code?: string
  is_automatic?: false
  status?: "active"
  percent?: string
}

/** What has to happen so that a code gives the discount of its program. */
export interface PromotionPlan {
  /** Renames the present promotion, which keeps its discount for the orders that have it. */
  is_retired: boolean
  is_created: boolean
  change: PromotionChange | null
  /** What the code is bound to afterwards, unless a promotion is created. */
  bound_promotion_id: string | null
}

/**
 * Plans one code by itself, so that what is wrong with one keeps no other from its discount. A promotion that orders have is never changed in
 * its worth: what a shopper was given stays theirs. A promotion stays active when its affiliate is suspended, for the same reason; whether it
 * takes something off is answered by `affiliate.promo_codes`.
 */
export function planPromotion(facts: PromotionFacts): PromotionPlan {
  const { promotion_id, has_discount, is_running, is_taken } = facts
  const isRetired = isWanted(facts) && promotion_id !== null && !isMendable(facts)
  const kept = isRetired ? null : promotion_id
  return {
    is_retired: isRetired,
    is_created: has_discount && is_running && !is_taken && kept === null,
    change: kept === null ? null : changeOf(facts),
    bound_promotion_id: has_discount ? kept : null,
  }
}

const isWanted = ({ has_discount, is_running }: PromotionFacts): boolean => has_discount && is_running

const isMendable = ({ is_intact, has_percent, is_used }: PromotionFacts): boolean => is_intact && (has_percent || !is_used)

function changeOf(facts: PromotionFacts): PromotionChange | null {
  const { code, promotion_code, is_automatic, is_active, is_taken, has_percent, discount_percent } = facts
  const change = {
    ...(is_automatic && { is_automatic: false as const }),
    ...(promotion_code !== code && !is_taken && { code }),
    ...(isWanted(facts) && !is_active && { status: "active" as const }),
    ...(isWanted(facts) && !has_percent && { percent: discount_percent }),
  }
  return Object.keys(change).length > 0 ? change : null
}

const RETIRED = "#"

/** The code of a promotion that only old orders use. Nobody's promo code holds a number sign. */
export const retiredCode = (code: string, promotionId: string): string => `${code}${RETIRED}${promotionId}`

/** The promo code that a promotion was made for, retired or not. */
export const originalCode = (promotionCode: string): string => promotionCode.split(RETIRED)[0] ?? promotionCode
