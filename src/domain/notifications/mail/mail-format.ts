/** How an e-mail writes dates, months and amounts. */
export interface MailFormat {
  money: (amount: string, currencyCode: string) => string
  date: (iso: string) => string
  month: (period: string) => string
  percent: (percent: string) => string
}

type DecimalLiteral = `${number}`

/** Intl gets decimals as text, never as floats, and shows all of their digits. Dates are those of the program's time zone. */
export function mailFormat(locale: string, timezone: string): MailFormat {
  return {
    money: (amount, currency) => {
      const digits = amount.split(".")[1]?.length ?? 0
      const format = { style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits } as const
      try {
        return new Intl.NumberFormat(locale, format).format(amount as DecimalLiteral)
      } catch {
        // A store may have currencies that Intl does not know.
        return `${amount} ${currency.toUpperCase()}`
      }
    },
    date: (iso) => new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: timezone }).format(new Date(iso)),
    month: (period) =>
      new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", timeZone: "UTC" }).format(new Date(`${period}-01T00:00:00Z`)),
    percent: (percent) =>
      new Intl.NumberFormat(locale, { style: "unit", unit: "percent", maximumFractionDigits: 4 }).format(percent as DecimalLiteral),
  }
}
