import { addDays, addMonths, type Day, dayAt, dayStart } from "../periods/day"

/** The ranges that move with today. Those that are not over yet end today. */
export const MOVING_RANGES = ["this_month", "last_month", "30_days", "90_days", "year"] as const
export type MovingRange = (typeof MOVING_RANGES)[number]
/** `own` is a range whose days somebody chose. */
export type RangeName = MovingRange | "own"

/** Days of a calendar, both included. */
export interface DayRange {
  from: Day
  to: Day
}

/** A half-open range of instants, as ISO 8601. */
export interface InstantRange {
  starts_at: string
  ends_at: string
}

export function movingRange(name: MovingRange, now: Date, timezone: string): DayRange {
  const today = dayAt(now, timezone)
  const month = `${today.slice(0, 7)}-01`
  switch (name) {
    case "this_month":
      return { from: month, to: today }
    case "last_month":
      return { from: addMonths(month, -1), to: addDays(month, -1) }
    case "30_days":
      return { from: addDays(today, -29), to: today }
    case "90_days":
      return { from: addDays(today, -89), to: today }
    case "year":
      return { from: `${today.slice(0, 4)}-01-01`, to: today }
  }
}

/**
 * What a range is compared with: the same days of the month or year before, where the range is a month or a year, otherwise as many days
 * before it. A month that is not over yet is compared with as much of the one before, which may be shorter.
 */
export function rangeBefore(name: RangeName, { from, to }: DayRange): DayRange {
  switch (name) {
    case "this_month":
      return { from: addMonths(from, -1), to: addMonths(to, -1) }
    case "last_month":
      return { from: addMonths(from, -1), to: addDays(from, -1) }
    case "year":
      return { from: addMonths(from, -12), to: addMonths(to, -12) }
    default:
      return { from: addDays(from, -dayCount({ from, to })), to: addDays(from, -1) }
  }
}

export const dayCount = ({ from, to }: DayRange): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1

export const instantsOf = ({ from, to }: DayRange, timezone: string): InstantRange => ({
  starts_at: dayStart(from, timezone).toISOString(),
  ends_at: dayStart(addDays(to, 1), timezone).toISOString(),
})
