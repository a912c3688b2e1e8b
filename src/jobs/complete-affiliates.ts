import type { MedusaContainer } from "@medusajs/framework/types"

import { logAndContinue } from "../workflows/utils/log-and-continue"
import { autoEnroll } from "../workflows/affiliates/auto-enroll"
import { suspendWithoutAccount } from "../workflows/affiliates/suspend-without-account"
import { syncPromoCodesWorkflow } from "../workflows/promo-codes"
import { affiliateModule } from "../workflows/utils/affiliate-module"

/**
 * Once an hour: suspends affiliates whose account was deleted, enrolls customers whom events missed, and mends promo codes and promotions that
 * a crash or the Promotions page left unlike their program. Running it again changes nothing.
 */
export default async function affiliateCompleteAffiliates(container: MedusaContainer): Promise<void> {
  const affiliate = affiliateModule(container)
  await logAndContinue(container, "keeping customers' e-mails", () => affiliate.store.keepKnownEmails(), undefined)
  await logAndContinue(container, "giving referrals their accounts", () => affiliate.referrals.learnAccounts(), undefined)
  await logAndContinue(container, "handing affiliates over", () => affiliate.affiliates.handOverGuests(), undefined)
  await logAndContinue(container, "suspending affiliates without an account", () => suspendWithoutAccount(container), undefined)
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
