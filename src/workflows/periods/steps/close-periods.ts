import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"

import { causeOf } from "../../utils/log-and-continue"
import type { PeriodTotal } from "../../../domain/periods/period-totals"
import { type DuePeriod } from "../../../modules/affiliate"
import type AffiliateModuleService from "../../../modules/affiliate/service"
import { AffiliateEvents, emitAffiliateEventsNow } from "../../events"
import { givenTime } from "../../utils/to-date"
import { withMedusaErrors } from "../../utils/to-medusa-error"
import { affiliateModule } from "../../utils/affiliate-module"

export interface ClosePeriodsInput {
  /** For tests; the database's clock when absent. */
  now?: Date
  /** The user who asked for it, or `system`. */
  closed_by: string
  /** `YYYY-MM`; every due month of every program when absent. */
  period?: string
  program_id?: string
}

/** What a close found or did: the month as it is now. */
export interface ClosedPeriod {
  program_id: string
  period: string
  /** False when it had been closed before: then nothing was written. */
  closed: boolean
  status: "open" | "closed"
  closed_at: string | null
  closed_by: string | null
  totals: PeriodTotal[]
}

/**
 * Closes months, each in a transaction of its own, oldest first, and emits each event at once: a closed month stays closed even when others
 * fail. When a month fails, it and the program's later months stay open, because each month continues the one before; other programs are
 * closed all the same. Nothing to compensate: the next call continues where this one stopped.
 *
 * @returns the months, and the messages of those that failed: `throwCloseFailuresStep` throws them at the end.
 * @throws MedusaError INVALID_DATA naming `period` when it has not ended.
 */
export const closePeriodsStep = createStep("close-periods", async ({ closed_by, ...input }: ClosePeriodsInput, { container }) => {
  const affiliate = affiliateModule(container)
  const request = { ...input, now: givenTime(input.now) }
  const closed = new Set<DuePeriod>()
  const failures = new Map<string, string>()
  const due = await withMedusaErrors(() => affiliate.periods.listToClose(request))
  for (const month of due) {
    const { program_id, period, is_closed } = month
    if (is_closed || failures.has(program_id)) continue
    try {
      if (!(await affiliate.periods.close({ program_id, period, closed_by, now: request.now }))) continue
      closed.add(month)
      await emitAffiliateEventsNow(container, AffiliateEvents.PERIOD_CLOSED, [{ program_id, period }])
    } catch (error) {
      failures.set(program_id, `${period} of ${program_id} was not closed: ${causeOf(error)}`)
    }
  }
  const currentState = await readCurrentStates(affiliate, due, request.now)
  const months = due.map((month) => ({ ...currentState(month), closed: closed.has(month) }))
  return new StepResponse({ months, failures: [...failures.values()] })
})

/** The months as they are now; a month that is not stored yet is open. */
async function readCurrentStates(
  affiliate: AffiliateModuleService,
  due: DuePeriod[],
  now: Date | undefined
): Promise<(month: DuePeriod) => Omit<ClosedPeriod, "closed">> {
  const program_id = [...new Set(due.map((month) => month.program_id))]
  const period = [...new Set(due.map((month) => month.period))]
  const page = { limit: program_id.length * period.length, offset: 0 }
  const found = due.length > 0 ? (await affiliate.periods.list({ program_id, period, status: ["closed"] }, page, now)).rows : []
  const months = new Map(found.map((month) => [`${month.program_id} ${month.period}`, month]))
  return (wanted) => {
    const month = months.get(`${wanted.program_id} ${wanted.period}`)
    return {
      program_id: wanted.program_id,
      period: wanted.period,
      status: month?.status ?? "open",
      closed_at: month?.closed_at?.toISOString() ?? null,
      closed_by: month?.closed_by ?? null,
      totals: month?.totals ?? [],
    }
  }
}
