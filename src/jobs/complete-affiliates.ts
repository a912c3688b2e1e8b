import type { MedusaContainer } from "@medusajs/framework/types"

import { logAndContinue } from "../workflows/utils/log-and-continue"
import { autoEnroll } from "../workflows/affiliates/auto-enroll"
import { syncPromoCodesWorkflow } from "../workflows/promo-codes"
import { affiliateModule } from "../workflows/utils/affiliate-module"

/**
 * Once an hour: enrolls customers whom events missed, and creates promo codes and promotions that are missing after a crash. Running it
 * again changes nothing.
 */
export default async function affiliateCompleteAffiliates(container: MedusaContainer): Promise<void> {
  const affiliate = affiliateModule(container)
  await logAndContinue(container, "the hourly enrolment", () => autoEnroll(container), undefined)
  const programs = await logAndContinue(
    container,
    "listing programs",
    () => affiliate.listPrograms({ status: "active" }, { select: ["id"] }),
    []
  )
  for (const { id } of programs) {
    const sync = () => syncPromoCodesWorkflow(container).run({ input: { program_id: id } })
    await logAndContinue(container, `the promo codes of ${id}`, sync, undefined)
  }
}

export const config = { name: "affiliate-complete-affiliates", schedule: "37 * * * *" }
