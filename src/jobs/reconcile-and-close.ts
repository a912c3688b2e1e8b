import type { MedusaContainer } from "@medusajs/framework/types"

import { logAndContinue } from "../workflows/utils/log-and-continue"
import { closePeriodsWorkflow } from "../workflows/periods"

/**
 * Once an hour: records the orders that events missed, then closes every month that has ended. What is due follows from the clock and the
 * database, never from the schedule: runs of a job are lost, doubled and, with the in-memory engine, never repeated after a failure.
 */
export default async function affiliateReconcileAndClose(container: MedusaContainer): Promise<void> {
  const input = { closed_by: "system" }
  await logAndContinue(container, "the hourly close", () => closePeriodsWorkflow(container).run({ input }), undefined)
}

export const config = { name: "affiliate-reconcile-and-close", schedule: "7 * * * *" }
