import { totalsOf, type Totals } from "../../../domain/statistics/figures"
import { clippedRange, statisticsRange, type StatisticsQuery, type StatisticsRange } from "../../../domain/statistics/statistics-range"
import { timeOf } from "../database/clock"
import type { Database } from "../database/database"
import { readSetup, type Setup } from "./read-setup"
import { readStatistics, type StatisticsBucket } from "./read-statistics"
import { readTasks, type CountedTasks } from "./read-tasks"
import { readTops, type Tops } from "./read-tops"
import { readScope, type StatisticsFilters } from "./scope"

export interface Statistics extends StatisticsRange {
  buckets: StatisticsBucket[]
}

export interface Overview extends StatisticsRange {
  totals: Totals
  /** The totals of the range that it is compared with; null where there is none. */
  before: Totals | null
  series: StatisticsBucket[]
}

export interface OverviewQuery extends StatisticsQuery {
  before_from?: string
  before_to?: string
}

/** Clicks, referrals, orders, expenses and commissions of a range, and what waits for the merchant. */
export const statistics = (db: Database) => ({
  /** By day, week or month. @throws InvalidInput naming `from` or `to`. */
  async list(filters: StatisticsFilters, query: StatisticsQuery, now?: Date): Promise<Statistics> {
    const scope = await readScope(db.sql, filters)
    const range = statisticsRange(query, scope.timezone, await timeOf(db.sql, now))
    return { ...range, buckets: await readStatistics(db.sql, filters, scope, range) }
  },

  /** Just the requested days: their totals, those of the range before, and their series. @throws InvalidInput naming `from` or `to`. */
  async retrieveOverview(filters: StatisticsFilters, query: OverviewQuery, now?: Date): Promise<Overview> {
    const { before_from, before_to, ...days } = query
    const scope = await readScope(db.sql, filters)
    const at = await timeOf(db.sql, now)
    const range = clippedRange(days, scope.timezone, at)
    const series = await readStatistics(db.sql, filters, scope, range)
    if (before_from === undefined || before_to === undefined) return { ...range, totals: totalsOf(series), before: null, series }
    const earlier = clippedRange({ from: before_from, to: before_to, interval: "month" }, scope.timezone, at)
    const before = totalsOf(await readStatistics(db.sql, filters, scope, earlier))
    return { ...range, totals: totalsOf(series), before, series }
  },

  /** The affiliates, pages and referrers that brought most in just the requested days. @throws InvalidInput naming `from` or `to`. */
  async listTops(filters: StatisticsFilters, query: StatisticsQuery, limit: number, now?: Date): Promise<StatisticsRange & Tops> {
    const scope = await readScope(db.sql, filters)
    const range = clippedRange({ ...query, interval: "month" }, scope.timezone, await timeOf(db.sql, now))
    return { ...range, ...(await readTops(db.sql, filters, scope, range, limit)) }
  },

  /** What waits for the merchant and can be counted; of one program, or of all. */
  countTasks(programId?: string, now?: Date): Promise<CountedTasks> {
    return readTasks(db.sql, programId, now)
  },

  /** What of the setup is done. */
  retrieveSetup(): Promise<Setup> {
    return readSetup(db.sql)
  },
})
