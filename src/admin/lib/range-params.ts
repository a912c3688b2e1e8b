import { isDay } from "../../domain/periods/day"
import {
  type DayRange,
  type InstantRange,
  instantsOf,
  MOVING_RANGES,
  movingRange,
  rangeBefore,
  type RangeName,
} from "../../domain/statistics/range"
import { filterValues } from "./filter-values"

/** The parts of a page's address that name a range. */
export const RANGE_PARAMS = ["range", "from", "to", "program_id", "currency_code"] as const
export type RangeParam = (typeof RANGE_PARAMS)[number]

const DEFAULT_RANGE = "30_days"

/** What a page's address says, at a moment and in a time zone. */
export interface Range extends DayRange, InstantRange {
  name: RangeName
  timeZone: string
  /** What it is compared with. */
  before: DayRange & InstantRange
  program_id?: string
  /** Whose figures they are, where they are one affiliate's. */
  affiliate_id?: string
  currency_code?: string
}

/** The range of an address. One written by hand may say anything: what is no range is the last 30 days, and days in the wrong order are swapped. */
export function readRange(params: URLSearchParams, now: Date, timeZone: string): Range {
  const [name, days] = readDays(params, now, timeZone)
  const before = rangeBefore(name, days)
  return {
    name,
    timeZone,
    ...days,
    ...instantsOf(days, timeZone),
    before: { ...before, ...instantsOf(before, timeZone) },
    program_id: one(params, "program_id"),
    currency_code: one(params, "currency_code")?.toLowerCase(),
  }
}

function readDays(params: URLSearchParams, now: Date, timeZone: string): [RangeName, DayRange] {
  const name = params.get("range")
  const [from = "", to = ""] = [params.get("from") ?? "", params.get("to") ?? ""].sort()
  if (name === "own" && isDay(from) && isDay(to)) return ["own", { from, to }]
  const moving = MOVING_RANGES.find((candidate) => candidate === name) ?? DEFAULT_RANGE
  return [moving, movingRange(moving, now, timeZone)]
}

/** The filter of a table beside it may have written the same parameter, as JSON. */
function one(params: URLSearchParams, name: RangeParam): string | undefined {
  const value = filterValues(params.get(name) ?? undefined)
  return Array.isArray(value) ? value[0] : value
}

/** The address of a page with the rows of a range: `/affiliates/clicks?range=own&from=…`. Undefined values are left out. */
export function rangePath(path: string, range: Range, filters: Record<string, string | undefined> = {}): string {
  const { name, from, to, program_id, affiliate_id, currency_code } = range
  const own = name === "own" ? { from, to } : {}
  const given = Object.entries({ range: name, ...own, program_id, affiliate_id, currency_code, ...filters })
  const params = given.filter((entry): entry is [string, string] => entry[1] !== undefined)
  return `${path}?${new URLSearchParams(params).toString()}`
}
