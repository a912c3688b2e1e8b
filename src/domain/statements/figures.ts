import BigNumber from "bignumber.js"
import { DateTime } from "luxon"

import { currencyDigits } from "../money/decimal"
import { periodBounds } from "../periods/period"

const MINUS = "\u2212"

/** `-1234.5` of EUR -> `−1,234.50`: exact, with the currency's digits, and a minus as wide as a plus. */
export const amountText = (amount: string, currencyCode: string): string =>
  new BigNumber(amount).toFormat(currencyDigits(currencyCode)).replace("-", MINUS)

/** `7.5000` -> `7.5 %` */
export const rateText = (rate: string): string => `${new BigNumber(rate).toFormat()} %`

/** `05 Apr 2016` in the program's zone. */
export const dateText = (at: Date | string, timezone: string): string =>
  DateTime.fromJSDate(new Date(at), { zone: timezone }).setLocale("en").toFormat("dd LLL yyyy")

/** `2016-04` -> `01 Apr 2016 – 30 Apr 2016` */
export function periodText(period: string, timezone: string): string {
  const { starts_at, ends_at } = periodBounds(period, timezone)
  return `${dateText(starts_at, timezone)} – ${dateText(new Date(ends_at.getTime() - 1), timezone)}`
}
