import type { MedusaContainer } from "@medusajs/framework/types"
import { StepResponse } from "@medusajs/framework/workflows-sdk"

import { FirstOrderTaken } from "../domain/errors"
import { logAndContinue } from "../workflows/utils/log-and-continue"
import { affiliateModule } from "../workflows/utils/affiliate-module"
import { toMedusaError } from "../workflows/utils/to-medusa-error"

interface CompletedCart {
  cart: { id: string; email?: string | null; customer_id?: string | null; promotions?: ({ id: string } | null)[] | null }
}

/**
 * Checks the first-order rule for the last time: of parallel completions by one shopper, one keeps the discount. The others are refused,
 * because without the discount their total would no longer be what was paid. If this check itself fails, the order goes through.
 *
 * Handler of `completeCartWorkflow.hooks.validate`, together with `releaseFirstOrderClaim` as its compensation; call both from yours when
 * you hold that hook.
 */
export async function completeCartValidate(
  { cart }: CompletedCart,
  { container }: { container: MedusaContainer }
): Promise<StepResponse<undefined, string>> {
  const promotionIds = (cart.promotions ?? []).flatMap((promotion) => (promotion ? [promotion.id] : []))
  if (promotionIds.length > 0) {
    const affiliate = affiliateModule(container)
    const shopper = { customer_id: cart.customer_id ?? null, email: cart.email ?? null }
    const refused = await logAndContinue(
      container,
      "the first-order check",
      () => affiliate.attribution.claimFirstOrder(cart.id, shopper, promotionIds, new Date()).then(() => null, firstOrderTaken),
      null
    )
    if (refused) throw toMedusaError(refused)
  }
  return new StepResponse(undefined, cart.id)
}

/** Releases the claim when the completion fails after the check, for instance because the payment was declined. */
export async function releaseFirstOrderClaim(cartId: string | undefined, { container }: { container: MedusaContainer }): Promise<void> {
  if (!cartId) return
  const affiliate = affiliateModule(container)
  await logAndContinue(container, "releasing a first-order claim", () => affiliate.attribution.releaseFirstOrder(cartId), undefined)
}

function firstOrderTaken(error: unknown): FirstOrderTaken {
  if (error instanceof FirstOrderTaken) return error
  throw error
}
