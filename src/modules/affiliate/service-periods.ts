import { closePeriod, type PeriodToClose } from "./periods/close-period"
import { listPeriodsToClose, type DuePeriod, type DueQuery } from "./periods/due-periods"
import { inReadOnlyTransaction, inTransaction } from "./database/transaction"
import { previewPeriod, readPeriodLines, type PeriodLineFigures } from "./periods/preview-period"
import { replayPeriod, type PeriodReplay, type ReplayAsked } from "./periods/replay-period"
import { AffiliatePayoutWrites } from "./service-payouts"

/** Months: what is due, what a close would write and wrote, what other settings would have made of it. */
export abstract class AffiliatePeriodWrites extends AffiliatePayoutWrites {
  /** The months to close, oldest first: those that are due, or the one asked for. */
  listPeriodsToClose(query: DueQuery): Promise<DuePeriod[]> {
    return listPeriodsToClose(this.sql_, query)
  }

  /** @returns whether this call closed the month. */
  closePeriod(period: PeriodToClose): Promise<boolean> {
    return inTransaction(this.repository_, (sql) => closePeriod(sql, period))
  }

  /** What closing the month now would write. */
  previewPeriod(programId: string, period: string): Promise<PeriodLineFigures[]> {
    return previewPeriod(this.sql_, programId, period)
  }

  /** What closing the month wrote. */
  readPeriodLines(programId: string, period: string): Promise<PeriodLineFigures[]> {
    return readPeriodLines(this.sql_, programId, period)
  }

  /**
   * What a month would have come to under other settings. Null when there is no such program.
   *
   * @throws InvalidInput naming the wrong field.
   */
  replayPeriod(asked: ReplayAsked): Promise<PeriodReplay | null> {
    return inReadOnlyTransaction(this.repository_, (sql) => replayPeriod(sql, asked))
  }
}
