import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { affiliateModule } from "../utils/affiliate-module"
import { syncPromoCodesWorkflow } from "../promo-codes/workflows/sync-promo-codes"

/**
 * Gives a program's active affiliates their promo codes and promotions, page by page, so that their number costs no memory. Nothing to
 * compensate: what is left when it breaks off, the hourly job completes.
 */
export const completePromoCodesStep = createStep("complete-promo-codes", async ({ program_id }: { program_id: string }, { container }) => {
  const { imports } = affiliateModule(container)
  let count = 0
  for (let page = await imports.listActiveAffiliates(program_id); page.length > 0; ) {
    await syncPromoCodesWorkflow(container).run({ input: { program_id, affiliate_ids: page } })
    count += page.length
    page = await imports.listActiveAffiliates(program_id, page.at(-1))
  }
  return new StepResponse(count)
})
