import { useSearchParams } from "react-router-dom"
import { dayCount } from "../../domain/statistics/range"
import type { AffiliateStatisticsInterval } from "../../types"
import { currenciesOf, shownCurrency } from "../lib/overview-figures"
import { useStatisticsOverview } from "./api/statistics"
import { type RangeOwner, useRange } from "./use-range"

const INTERVALS = ["day", "week", "month"] as const
/** The API gives no more buckets than this. */
const MAX_BUCKETS = 400
const DAYS = { day: 1, week: 7, month: 28 } as const
/** A chart of more points is hard to read. */
const READABLE_POINTS = 92

/** The overview of the page's range, or of one affiliate's part of it, with the currency and the interval that are shown. Every section of the page reads this one answer. */
export function useOverview(owner?: RangeOwner) {
  const [params] = useSearchParams()
  const { range, error: rangeError } = useRange(owner)
  const days = range ? dayCount(range) : 1
  const intervals = INTERVALS.filter((interval) => days / DAYS[interval] <= MAX_BUCKETS)
  const readable = intervals.find((interval) => days / DAYS[interval] <= READABLE_POINTS) ?? "month"
  const interval: AffiliateStatisticsInterval = intervals.find((candidate) => candidate === params.get("interval")) ?? readable

  const { data, error, isPlaceholderData } = useStatisticsOverview(range, interval)
  const overview = data?.overview
  return {
    range,
    interval,
    intervals,
    overview,
    currency: overview && shownCurrency(overview, range?.currency_code),
    currencies: overview ? currenciesOf(overview) : [],
    /** Whether the figures are still those of another range. */
    isStale: isPlaceholderData,
    error: rangeError ?? error,
  }
}
