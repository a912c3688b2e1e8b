import type { MedusaContainer } from "@medusajs/framework/types"

import { affiliateModule } from "../workflows/utils/affiliate-module"
import { logAndContinue } from "../workflows/utils/log-and-continue"

/**
 * Once an hour: opens the coming months of clicks, and drops those that the store no longer keeps. Where a long read or another process is in the
 * way, the next run does it: months are opened long before they begin.
 */
export default async function affiliateKeepClicks(container: MedusaContainer): Promise<void> {
  const { clicks } = affiliateModule(container)
  await logAndContinue(container, "opening months of clicks", () => clicks.openMonths(), undefined)
  await logAndContinue(container, "dropping old clicks", () => clicks.dropOld(), undefined)
}

export const config = { name: "affiliate-keep-clicks", schedule: "52 * * * *" }
