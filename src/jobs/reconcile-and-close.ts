import type { MedusaContainer } from "@medusajs/framework/types"

import { logAndContinue } from "../workflows/utils/log-and-continue"
import { closePeriodsWorkflow } from "../workflows/periods"

/**
 * Once an hour: records what events lost, then closes every month that has ended. What is due follows from the clock and the database,
 * never from the tick: ticks are lost, doubled and, with the in-memory engine, never come again after a job that failed.
 */
export default async function affiliateReconcileAndClose(container: MedusaContainer): Promise<void> {
  const input = { closed_by: "system", now: new Date() }
  await logAndContinue(container, "the hourly close", () => closePeriodsWorkflow(container).run({ input }), undefined)
}

export const config = { name: "affiliate-reconcile-and-close", schedule: "7 * * * *" }
