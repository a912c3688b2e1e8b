/** How a language writes amounts and days. Days are those of a program's time zone. */
export interface Formats {
  money: (amount: string, currencyCode: string) => string
  percent: (percent: string) => string
  /** 3 May 2026 */
  day: (time: string) => string
  /** The same of `2026-05-03`, which is a day in every zone. */
  date: (day: string) => string
  /** May 2026, of `2026-05` */
  month: (period: string) => string
  /** A day and its time. */
  moment: (time: string) => string
  number: (count: number) => string
}

/** Decimal strings are formatted as they stand: a JavaScript number would lose digits, and Intl's digits of a currency are not ISO's. */
export function formats(language: string, timezone: string): Formats {
  // British days: the 3rd of May is not the 5th of March for anybody who reads "3 May".
  const locale = language === "en" ? "en-GB" : language
  const zoned = (options: Intl.DateTimeFormatOptions, timeZone = timezone) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone })
    return (time: string) => format.format(new Date(time))
  }
  const dayParts = { day: "numeric", month: "short", year: "numeric" } as const
  const day = zoned(dayParts)
  const dateOf = zoned(dayParts, "UTC")
  const moment = zoned({ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" })
  const monthOf = zoned({ month: "long", year: "numeric" }, "UTC")
  const number = new Intl.NumberFormat(locale)
  return {
    money: (amount, currencyCode) => {
      const digits = amount.split(".")[1]?.length ?? 0
      const options = { style: "currency", currency: currencyCode, minimumFractionDigits: digits, maximumFractionDigits: digits } as const
      return withMinus(new Intl.NumberFormat(locale, options).format(amount as Intl.StringNumericLiteral))
    },
    percent: (percent) => {
      const figure = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(percent as Intl.StringNumericLiteral)
      const pattern = new Intl.NumberFormat(locale, { style: "percent" }).formatToParts(1)
      return pattern.map(({ type, value }) => (type === "integer" ? figure : value)).join("")
    },
    day,
    date: (date) => dateOf(`${date}T00:00:00Z`),
    month: (period) => monthOf(`${period}-01T00:00:00Z`),
    moment,
    number: (count) => number.format(count),
  }
}

const withMinus = (text: string): string => text.replace("-", "\u2212")

/** `2026-05-03`, the day that it is at a time in a zone. */
export const dayIn = (timezone: string, time: Date): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: timezone, year: "numeric", month: "2-digit", day: "2-digit" }).format(time)
