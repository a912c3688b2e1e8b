import type { MedusaContainer } from "@medusajs/framework/types"

import { updateAffiliateWorkflow } from "./workflows/update-affiliate"
import { affiliateModule } from "../utils/affiliate-module"

const REASON = "The customer account was deleted"

/**
 * Suspends affiliates whose customer account was deleted, and rejects those who wait for approval: nobody could see what they earn, and store
 * credit would be paid to nobody. Their balance stays, and an admin can hand the affiliate over to another customer.
 */
export async function suspendWithoutAccount(container: MedusaContainer, customerIds?: string[]): Promise<void> {
  for (const { id, status } of await affiliateModule(container).affiliates.listWithoutAccount(customerIds)) {
    const input = { id, status: status === "pending" ? ("rejected" as const) : ("suspended" as const), reason: REASON }
    await updateAffiliateWorkflow(container).run({ input })
  }
}
