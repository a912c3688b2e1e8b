import { DateTime, IANAZone } from "luxon"

import { InvalidInput } from "../errors"
import { dayStart } from "./day"

/** A calendar month `YYYY-MM` in a program's time zone. */
export type PeriodName = string

export interface PeriodBounds {
  /** Included. */
  starts_at: Date
  /** Excluded: the start of the next month. */
  ends_at: Date
}

/** The instants `[1st 00:00, next 1st 00:00)` of a month in a zone. */
export const periodBounds = (period: PeriodName, timezone: string): PeriodBounds => ({
  starts_at: periodStart(period, timezone),
  ends_at: periodStart(addPeriods(period, 1), timezone),
})

const periodStart = (period: PeriodName, timezone: string): Date => dayStart(`${period}-01`, timezone)

/**
 * The month an instant lies in.
 *
 * @throws RangeError when the instant is no date: "Invalid DateTime" sorts behind every month, and a loop over months would not end.
 */
export function periodAt(instant: Date, timezone: string): PeriodName {
  const local = DateTime.fromJSDate(instant, { zone: timezone })
  if (!local.isValid) throw new RangeError(`Not an instant in ${timezone}: ${String(instant)}`)
  return local.toFormat("yyyy-MM")
}

/** The month `count` months later (earlier when negative). */
export const addPeriods = (period: PeriodName, count: number): PeriodName =>
  DateTime.fromFormat(period, "yyyy-MM", { zone: "utc" }).plus({ months: count }).toFormat("yyyy-MM")

/**
 * Reads a month from `2016-04` or from any day in it: BILLmanager's `--date 2016-04-01` rewards April.
 *
 * @throws InvalidInput when it is no date.
 */
export function parsePeriod(text: string, field = "period"): PeriodName {
  const date = /^\d{4}-\d{2}(-\d{2})?$/.test(text) ? DateTime.fromISO(text, { zone: "utc" }) : null
  if (!date?.isValid)
    throw new InvalidInput(field, `must be a month such as 2016-04 or a day in it such as 2016-04-01, not "${text.slice(0, 40)}"`)
  return date.toFormat("yyyy-MM")
}

/**
 * Of the other names and offsets that are valid here, PostgreSQL knows some not at all, and others as another place: `IST` is India in
 * JavaScript and Israel in PostgreSQL, and an offset such as `+03:00` has the opposite sign there.
 *
 * @throws InvalidInput unless it is `UTC` or the name of an IANA time zone, Area/Place.
 */
export function normalizeTimezone(timezone: string): string {
  const hasForm = timezone === "UTC" || timezone.includes("/")
  if (!hasForm || !IANAZone.isValidZone(timezone)) throw new InvalidInput("timezone", "must be an IANA time zone such as Europe/Berlin")
  return timezone
}
