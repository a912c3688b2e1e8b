import { DateTime } from "luxon"

/**
 * The first month of UTC whose clicks are kept, as its first instant; null where all are kept. The clicks of a month go when it ended longer ago
 * than the store wants to keep them, and longer ago than any token of them can be valid, plus a month for orders that are recorded late.
 */
export function clicksKeptFrom(now: Date, { months, longest_window_days }: { months: number; longest_window_days: number }): Date | null {
  if (months === 0) return null
  const at = DateTime.fromJSDate(now, { zone: "utc" })
  const wanted = at.minus({ months })
  const needed = at.minus({ months: 1 }).minus({ days: longest_window_days })
  return DateTime.min(wanted, needed).startOf("month").toJSDate()
}
