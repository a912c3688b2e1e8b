import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { logAndContinue } from "../../utils/log-and-continue"
import { givenTime } from "../../utils/to-date"
import { recordOrders } from "../record-orders"
import { affiliateModule } from "../../utils/affiliate-module"

export interface ReconcileOrdersInput {
  /** For tests; the database's clock when absent. */
  now?: Date
  /** Look at every order again, not only at those that changed since the last reconciliation. */
  full?: boolean
}

/** What a reconciliation did. @public */
export interface Reconciled {
  order_count: number
  commission_count: number
  /** Orders that could not be recorded and are in quarantine now. */
  quarantined_count: number
}

/**
 * Orders per transaction: many, because a transaction costs the same few statements whatever its size; few enough for their evidence to fit
 * in memory.
 */
const PAGE = 20_000

/**
 * Records the orders that events missed: first those in quarantine, then every order that changed since the last reconciliation, then
 * deleted ones, page by page by key, each page in one transaction. Nothing to compensate: recording an order again changes nothing.
 */
export const reconcileOrdersStep = createStep("reconcile-orders", async ({ full, ...input }: ReconcileOrdersInput, { container }) => {
  const affiliate = affiliateModule(container)
  const began_at = await affiliate.now()
  const now = givenTime(input.now) ?? began_at
  const reconciled: Reconciled = { order_count: 0, commission_count: 0, quarantined_count: 0 }
  const since = full ? new Date(0) : await affiliate.orders.reconcileSince()
  if (!since) return new StepResponse(reconciled)

  const record = async (orderIds: string[]): Promise<void> => {
    if (orderIds.length === 0) return
    const { commission_count, quarantined } = await recordOrders(container, orderIds, now)
    reconciled.order_count += orderIds.length
    reconciled.commission_count += commission_count
    reconciled.quarantined_count += quarantined.length
  }

  const recordAll = async (list: (after: string) => Promise<string[]>): Promise<void> => {
    let page: string[] = []
    do {
      page = await list(page.at(-1) ?? "")
      await record(page)
    } while (page.length === PAGE)
  }

  await record(await affiliate.orders.listQuarantined())
  await recordAll((after) => affiliate.orders.listChanged(since, after, PAGE))
  await recordAll((after) => affiliate.orders.listGone(full === true, after, PAGE))

  // Never later than the database's time: the next reconciliation would skip what happens until then.
  await affiliate.createReconciliations([{ began_at: now < began_at ? now : began_at, ...reconciled }])
  // Merging only makes the sums quicker to read.
  await logAndContinue(container, "merging the totals of months", () => affiliate.periods.mergeTotals(), undefined)
  return new StepResponse(reconciled)
})
