import { DateTime } from "luxon"

export const TIMEZONE = "Europe/Berlin"
const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

export const plusDays = (date: Date, days: number): Date => new Date(date.getTime() + days * DAY)
export const plusHours = (date: Date, hours: number): Date => new Date(date.getTime() + hours * HOUR)

export interface Month {
  name: string
  starts_at: Date
  ends_at: Date
}

/** The last `count` whole months before `now`, oldest first, in the program's time zone. */
export function monthsBefore(now: Date, count: number): Month[] {
  const current = DateTime.fromJSDate(now, { zone: TIMEZONE }).startOf("month")
  return Array.from({ length: count }, (_, index) => {
    const start = current.minus({ months: count - index })
    return { name: start.toFormat("yyyy-MM"), starts_at: start.toJSDate(), ends_at: start.plus({ months: 1 }).toJSDate() }
  })
}
