import { DateTime } from "luxon"

import { exactSum, withDigits } from "../../money/sums"

const local = (at: Date | string, timezone: string): DateTime => DateTime.fromJSDate(new Date(at), { zone: timezone }).setLocale("en")

/** `3 April 2016 at 10:12 (Europe/Berlin)` */
export const moment = (at: Date | string, timezone: string): string =>
  `${local(at, timezone).toFormat("d LLLL yyyy 'at' HH:mm")} (${timezone})`

/** `15 May 2016` */
export const day = (at: Date | string, timezone: string): string => local(at, timezone).toFormat("d LLLL yyyy")

/** `2016-04` -> `April 2016` */
export const month = (period: string): string => DateTime.fromISO(period, { zone: "utc" }).setLocale("en").toFormat("LLLL yyyy")

/** `10.00 EUR`, of several amounts their sum. Signs are written in words. */
export const money = (amounts: string | string[], currency_code: string): string =>
  `${withDigits(exactSum([amounts].flat()).abs(), currency_code)} ${currency_code.toUpperCase()}`

/** -1, 0 or 1. */
export const sign = (amounts: string | string[]): number => exactSum([amounts].flat()).comparedTo(0) ?? 0

/** What people call an affiliate: their name, or else their code. */
export const nameOf = ({ name, code }: { name: string | null; code: string }): string => name ?? `affiliate ${code}`

export const startSentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
