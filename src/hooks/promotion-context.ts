import type { MedusaContainer } from "@medusajs/framework/types"
import { StepResponse } from "@medusajs/framework/workflows-sdk"

import { originalCode } from "../domain/promo-codes/promotion-plan"
import { affiliateModule } from "../workflows/utils/affiliate-module"
import { logAndContinue } from "../workflows/utils/log-and-continue"

/** The attribute that the rule `affiliate.promo_codes` of affiliates' promotions reads: the codes that may take something off now. */
export interface AffiliatePromotionContext {
  affiliate: { promo_codes: string[] }
}

/** Medusa writes a list of no values into its SQL as `()`, which PostgreSQL refuses. Nobody's code is in lower case. */
const NO_CODE = "none"

export const promotionContext = (codes: string[]): StepResponse<AffiliatePromotionContext> =>
  new StepResponse({ affiliate: { promo_codes: codes.length > 0 ? codes : [NO_CODE] } })

interface Purchase {
  /** The cart that becomes the order; empty for a draft, which is no earlier order of itself. */
  cart_id: string
  shopper: { customer_id: string | null; email: string | null }
}

/**
 * Which codes may take something off: those of active affiliates, on the shopper's first order. A code that a link has brought gives way when
 * another affiliate would get the order. Beside a retired promotion of the same code the new one would count twice, because both ask for the
 * same code.
 */
export async function usableCodes(container: MedusaContainer, codes: string[], { cart_id, shopper }: Purchase): Promise<string[]> {
  if (codes.length === 0) return []
  const { promoCodes, attribution } = affiliateModule(container)
  const find = async (): Promise<string[]> => {
    const retired = codes.flatMap((code) => (originalCode(code) === code ? [] : [originalCode(code)]))
    const ours = (await promoCodes.listDiscountCodes(codes)).filter((code) => !retired.includes(code))
    if (ours.length === 0 || !(await attribution.isFirstOrder(cart_id, shopper))) return []
    const withheld = cart_id ? await attribution.listWithheldLinkCodes(cart_id, ours) : []
    return ours.filter((code) => !withheld.includes(code))
  }
  return logAndContinue(container, "looking for an earlier order", find, codes)
}
