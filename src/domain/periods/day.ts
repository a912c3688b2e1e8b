import { DateTime, IANAZone } from "luxon"

/** A calendar day `YYYY-MM-DD`. Which instants it covers is a matter of the time zone. */
export type Day = string

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Whether the text is a day that exists, in years 1970 to 9998. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && text >= "1970" && text < "9999" && DateTime.fromISO(text, { zone: "utc" }).isValid

export const addDays = (day: Day, days: number): Day => add(day, { days })
export const addMonths = (day: Day, months: number): Day => add(day, { months })

/** A month's last day stays within the month: a month before March 31 is February 28 or 29. */
const add = (day: Day, duration: { days?: number; months?: number }): Day =>
  DateTime.fromISO(day, { zone: "utc" }).plus(duration).toFormat("yyyy-MM-dd")

/** The day an instant lies in. */
export const dayAt = (instant: Date, timezone: string): Day => DateTime.fromJSDate(instant, { zone: timezone }).toFormat("yyyy-MM-dd")

/**
 * The earliest instant at which the zone's clocks show the day's 00:00, or later. Where they are set back at that midnight (Havana, November
 * 2026), it comes twice and the first one counts; where they are set forward (Asuncion, October 2017), it never comes and the day begins
 * at 01:00. Taken from the offsets of the days around it: luxon's own reading of a local time is an hour late in Kyiv, July 1990.
 */
export function dayStart(day: Day, timezone: string): Date {
  const zone = IANAZone.create(timezone)
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const midnights = [-DAY, DAY].map((aside) => midnight - zone.offset(midnight + aside) * MINUTE)
  const reached = midnights.filter((instant) => instant + zone.offset(instant) * MINUTE >= midnight)
  return new Date(Math.min(...reached))
}
