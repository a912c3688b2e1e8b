import { rows, type Sql } from "../database/connection"
import type { Database } from "../database/database"
import type { PageOf, PageRequest } from "../database/page"
import { closePeriod, type PeriodToClose } from "./close-period"
import { listPeriodsToClose, type DuePeriod, type DueQuery } from "./due-periods"
import { listPeriods, type PeriodFilters, type PeriodRow } from "./list-periods"
import type { PeriodPage } from "./period-comparison"
import { previewPeriod, listPeriodLines, type PeriodLineFigures } from "./preview-period"
import { replayPeriod, type PeriodReplay, type ReplayRequest } from "./replay-period"
import { readTierProgress, type TierProgress } from "./tier-progress"
import { retrievePeriod, type PeriodDetail } from "./retrieve-period"

/**
 * Periods: which are due, what a close would write or wrote, and what other settings would have given.
 *
 * @param onClosed what else a close does in its transaction.
 */
export const periods = (db: Database, onClosed: (sql: Sql, programId: string, periods: string[]) => Promise<void>) => ({
  /** Periods with their totals, every program's current one included. */
  list(filters: PeriodFilters, page: PageRequest, now?: Date): Promise<PageOf<PeriodRow>> {
    return listPeriods(db.sql, filters, page, now)
  },

  /** One period, figure by figure: what the close wrote, or would write now. Null when there is no such program. */
  retrieve(programId: string, period: string, page?: PeriodPage): Promise<PeriodDetail | null> {
    return retrievePeriod(db.sql, programId, period, page)
  },

  /** The periods to close, oldest first: those that are due, or the requested one. */
  listToClose(query: DueQuery): Promise<DuePeriod[]> {
    return listPeriodsToClose(db.sql, query)
  },

  /** @returns whether this call closed the period. @throws InvalidInput naming `period` when an earlier one has to be closed first. */
  close(period: PeriodToClose): Promise<boolean> {
    return db.transaction(async (sql) => {
      const closed = await closePeriod(sql, period)
      if (closed.length > 0) await onClosed(sql, period.program_id, closed)
      return closed.length > 0
    })
  },

  /** Replaces what single recordings added to the totals of periods and quarter hours by its sum. What they come to does not change. */
  async mergeTotals(): Promise<void> {
    await db.transaction((sql) => rows(sql, `SELECT affiliate_merge_period_totals(), affiliate_merge_quarter_hours()`))
  },

  /** What closing the period now would write. */
  preview(programId: string, period: string): Promise<PeriodLineFigures[]> {
    return previewPeriod(db.sql, programId, period)
  },

  /** What closing the period wrote. */
  listLines(programId: string, period: string): Promise<PeriodLineFigures[]> {
    return listPeriodLines(db.sql, programId, period)
  },

  /** How far an affiliate's current month has come towards the tiers of their program, by currency. */
  listTierProgress(affiliateId: string, now?: Date): Promise<TierProgress[]> {
    return readTierProgress(db.sql, affiliateId, now)
  },

  /**
   * What a period would have come to under other settings. Null when there is no such program.
   *
   * @throws InvalidInput naming the wrong field.
   */
  replay(request: ReplayRequest): Promise<PeriodReplay | null> {
    return db.readOnlyTransaction((sql) => replayPeriod(sql, request))
  },
})
