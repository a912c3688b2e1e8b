import { DateTime } from "luxon"

/**
 * Reads an ISO 8601 time. One without an offset is UTC, a date alone is its midnight. Null when it is no time: luxon alone would also read
 * weeks, and a time of day as a time of today.
 */
export function parseIsoTime(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}(T.{1,30})?$/.test(text)) return null
  const time = DateTime.fromISO(text, { zone: "utc" })
  return time.isValid && time.year > 0 && time.year < 10_000 ? time.toJSDate() : null
}
