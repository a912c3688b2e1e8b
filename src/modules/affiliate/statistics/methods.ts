import { statisticsRange, type StatisticsQuery, type StatisticsRange } from "../../../domain/statistics/statistics-range"
import { timeOf } from "../database/clock"
import type { Database } from "../database/database"
import { readStatistics, statisticsTimezone, type StatisticsBucket, type StatisticsFilters } from "./read-statistics"

export interface Statistics extends StatisticsRange {
  buckets: StatisticsBucket[]
}

/** Clicks, referrals, orders, expenses and commissions by day, week or month. */
export const statistics = (db: Database) => ({
  /** @throws InvalidInput naming `from` or `to`. */
  async list(filters: StatisticsFilters, query: StatisticsQuery, now?: Date): Promise<Statistics> {
    const range = statisticsRange(query, await statisticsTimezone(db.sql, filters), await timeOf(db.sql, now))
    return { ...range, buckets: await readStatistics(db.sql, filters, range) }
  },
})
