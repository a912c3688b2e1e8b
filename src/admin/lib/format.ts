import { language } from "./language"

type DecimalLiteral = `${number}`

/**
 * Formats an exact decimal string in its currency: "1240.5", "eur" -> "€1,240.50". Intl gets the string as it is, never a float, and
 * shows all of its digits.
 */
export function formatMoney(amount: string, currencyCode: string): string {
  try {
    const format = new Intl.NumberFormat(language(), { style: "currency", currency: currencyCode, maximumFractionDigits: 10 })
    return format.format(amount as DecimalLiteral)
  } catch {
    // A store may have currencies that Intl does not know.
    return `${amount} ${currencyCode.toUpperCase()}`
  }
}

/** The same for a difference, always with its sign: "3", "eur" -> "+€3.00". */
export function formatDifference(amount: string, currencyCode: string): string {
  const text = formatMoney(amount, currencyCode)
  return isPositive(amount) ? `+${text}` : text
}

/** Reads the text, so that an exact decimal never becomes a float. */
export const isPositive = (amount: string): boolean => !amount.startsWith("-") && /[1-9]/.test(amount)

/** "10.5" -> "10.5%", or "10,5 %": the number as it is, with the sign where the language has it. */
export function formatPercent(percent: string, maximumFractionDigits = 10): string {
  const number = new Intl.NumberFormat(language(), { maximumFractionDigits }).format(percent as DecimalLiteral)
  const pattern = new Intl.NumberFormat(language(), { style: "percent" }).formatToParts(1)
  return pattern.map(({ type, value }) => (type === "integer" ? number : value)).join("")
}

/** "-2.5" -> "-2.5%", "2.5" -> "+2.5%". */
export const formatSignedPercent = (percent: string): string =>
  isPositive(percent) ? `+${formatPercent(percent)}` : formatPercent(percent)

export const formatCount = (count: number): string => new Intl.NumberFormat(language()).format(count)

export const formatDate = (date: string | Date, timeZone?: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeZone }).format(new Date(date))

export const formatDateTime = (date: string | Date, timeZone?: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeStyle: "short", timeZone }).format(new Date(date))

/** The same with the zone named, for pages that name it nowhere else. */
export const formatMoment = (date: string | Date, timeZone?: string): string =>
  timeZone ? `${formatDateTime(date, timeZone)} (${timeZone})` : formatDateTime(date)

/** "2016-04" -> "April 2016", or "Apr 2016" where there is little room. */
export function formatPeriod(period: string, month: "long" | "short" = "long"): string {
  const start = new Date(`${period}-01T00:00:00Z`)
  if (Number.isNaN(start.getTime())) return period
  return new Intl.DateTimeFormat(language(), { year: "numeric", month, timeZone: "UTC" }).format(start)
}

/** "Oct 1 – 31, 2026", for days of any calendar. */
export function formatDayRange({ from, to }: { from: string; to: string }): string {
  const format = new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeZone: "UTC" })
  return format.formatRange(new Date(from), new Date(to))
}

/** The day, week (by its first day) or month that begins at an instant, with as little text as an axis has room for. */
export function formatBucket(startsAt: string, interval: "day" | "week" | "month", timeZone?: string): string {
  const parts = interval === "month" ? ({ year: "numeric", month: "short" } as const) : ({ month: "short", day: "numeric" } as const)
  return new Intl.DateTimeFormat(language(), { ...parts, timeZone }).format(new Date(startsAt))
}

/** The month an instant belongs to in a time zone, as "2016-04". */
export function periodOf(instant: string, timeZone?: string): string {
  const parts = new Intl.DateTimeFormat("en-US", { year: "numeric", month: "2-digit", timeZone }).formatToParts(new Date(instant))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((candidate) => candidate.type === type)?.value ?? ""
  return `${part("year")}-${part("month")}`
}

/** "de" -> "Germany". */
export function formatCountry(code: string | null): string {
  if (!code) return "-"
  try {
    return new Intl.DisplayNames(language(), { type: "region" }).of(code.toUpperCase()) ?? code.toUpperCase()
  } catch {
    return code.toUpperCase()
  }
}

/** "a", "b", "c" -> "a, b, or c". */
export const formatAnyOf = (texts: string[]): string => new Intl.ListFormat(language(), { type: "disjunction" }).format(texts)
