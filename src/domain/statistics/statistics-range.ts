import { DateTime } from "luxon"

import { InvalidInput } from "../errors"

export const STATISTICS_INTERVALS = ["day", "week", "month"] as const
export type StatisticsInterval = (typeof STATISTICS_INTERVALS)[number]

export interface StatisticsQuery {
  /** ISO 8601; a date alone is midnight in the program's time zone. */
  from?: string
  /** Excluded; a date alone means the end of that day. */
  to?: string
  interval?: StatisticsInterval
}

/** A half-open range of whole buckets in a time zone. Weeks begin on Monday. */
export interface StatisticsRange {
  starts_at: Date
  ends_at: Date
  interval: StatisticsInterval
  timezone: string
}

const MAX_BUCKETS = 400
const UNITS = { day: "days", week: "weeks", month: "months" } as const
/** How far back figures go when the request does not say. */
const DEFAULT_BUCKETS = { day: 30, week: 12, month: 12 } as const

/**
 * Reads the requested buckets: the range is widened to whole ones, so that the first and last are no smaller than the others.
 *
 * @throws InvalidInput naming `from` or `to` when one is no time, when the range is empty, or has more than 400 buckets.
 */
export function statisticsRange(query: StatisticsQuery, timezone: string, now: Date): StatisticsRange {
  const interval = query.interval ?? "day"
  return checkedRange(widened(query, interval, timezone, now), interval, timezone)
}

/**
 * Reads the requested days, in buckets that are cut off where the range begins and ends, so that the buckets add up to just these days.
 *
 * @throws InvalidInput as `statisticsRange` does.
 */
export function clippedRange(query: StatisticsQuery, timezone: string, now: Date): StatisticsRange {
  return checkedRange(widened(query, "day", timezone, now), query.interval ?? "day", timezone)
}

function widened({ from, to }: StatisticsQuery, interval: StatisticsInterval, timezone: string, now: Date): [DateTime, DateTime] {
  const end = to === undefined ? DateTime.fromJSDate(now, { zone: timezone }) : readEnd(to, timezone)
  const ends = ceil(end, interval)
  const begin = from === undefined ? ends.minus({ [UNITS[interval]]: DEFAULT_BUCKETS[interval] }) : readTime("from", from, timezone)
  return [begin.startOf(interval), ends]
}

function checkedRange([starts, ends]: [DateTime, DateTime], interval: StatisticsInterval, timezone: string): StatisticsRange {
  if (starts >= ends) throw new InvalidInput("from", "must be earlier than to")
  if (ends.diff(starts, UNITS[interval]).as(UNITS[interval]) > MAX_BUCKETS) {
    throw new InvalidInput("from", `the range has more than ${MAX_BUCKETS} ${UNITS[interval]}; ask for a longer interval`)
  }
  return { starts_at: starts.toJSDate(), ends_at: ends.toJSDate(), interval, timezone }
}

function readTime(field: string, text: string, timezone: string): DateTime {
  const time = DateTime.fromISO(text, { zone: timezone })
  if (!time.isValid || time.year < 1970 || time.year > 9999) {
    throw new InvalidInput(field, `must be an ISO 8601 date or time, not "${text.slice(0, 40)}"`)
  }
  return time
}

function readEnd(text: string, timezone: string): DateTime {
  const time = readTime("to", text, timezone)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? next(time, "day") : time
}

function ceil(time: DateTime, interval: StatisticsInterval): DateTime {
  const start = time.startOf(interval)
  return start.equals(time) ? time : next(start, interval)
}

/** Where clocks go forward at midnight a day begins at 01:00, and the next one does not: hence `startOf` once more. */
const next = (start: DateTime, interval: StatisticsInterval): DateTime => start.plus({ [UNITS[interval]]: 1 }).startOf(interval)
