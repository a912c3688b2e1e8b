import { isDay } from "../../periods/day"
import { dayCount, type DayRange, instantsOf, MOVING_RANGES, type MovingRange, movingRange, type RangeName, rangeBefore } from "../range"

const days = ({ from, to }: DayRange) => `${from} ${to}`

describe("movingRange", () => {
  it.each<[MovingRange, string, string, string]>([
    ["this_month", "2026-11-29T12:00:00Z", "UTC", "2026-11-01 2026-11-29"],
    ["this_month", "2026-11-01T00:00:00Z", "UTC", "2026-11-01 2026-11-01"],
    ["this_month", "2026-10-31T23:00:00Z", "Europe/Berlin", "2026-11-01 2026-11-01"],
    ["this_month", "2026-11-01T05:00:00Z", "America/Los_Angeles", "2026-10-01 2026-10-31"],
    ["last_month", "2026-03-31T12:00:00Z", "UTC", "2026-02-01 2026-02-28"],
    ["last_month", "2028-03-31T12:00:00Z", "UTC", "2028-02-01 2028-02-29"],
    ["last_month", "2026-01-15T12:00:00Z", "UTC", "2025-12-01 2025-12-31"],
    ["30_days", "2026-03-01T12:00:00Z", "UTC", "2026-01-31 2026-03-01"],
    ["30_days", "2028-03-01T12:00:00Z", "UTC", "2028-02-01 2028-03-01"],
    ["90_days", "2026-03-31T12:00:00Z", "UTC", "2026-01-01 2026-03-31"],
    ["year", "2026-11-29T12:00:00Z", "UTC", "2026-01-01 2026-11-29"],
    ["year", "2025-12-31T10:00:00Z", "Pacific/Kiritimati", "2026-01-01 2026-01-01"],
  ])("%s at %s in %s", (name, now, zone, expected) => {
    expect(days(movingRange(name, new Date(now), zone))).toBe(expected)
  })
})

describe("rangeBefore", () => {
  it.each<[RangeName, string, string, string]>([
    ["this_month", "2026-11-01", "2026-11-29", "2026-10-01 2026-10-29"],
    ["this_month", "2026-03-01", "2026-03-31", "2026-02-01 2026-02-28"],
    ["this_month", "2028-03-01", "2028-03-30", "2028-02-01 2028-02-29"],
    ["this_month", "2026-01-01", "2026-01-01", "2025-12-01 2025-12-01"],
    ["last_month", "2026-02-01", "2026-02-28", "2026-01-01 2026-01-31"],
    ["last_month", "2026-03-01", "2026-03-31", "2026-02-01 2026-02-28"],
    ["30_days", "2026-10-31", "2026-11-29", "2026-10-01 2026-10-30"],
    ["90_days", "2026-01-01", "2026-03-31", "2025-10-03 2025-12-31"],
    ["year", "2026-01-01", "2026-11-29", "2025-01-01 2025-11-29"],
    ["year", "2028-01-01", "2028-02-29", "2027-01-01 2027-02-28"],
    ["own", "2026-11-29", "2026-11-29", "2026-11-28 2026-11-28"],
    ["own", "2026-03-01", "2026-03-31", "2026-01-29 2026-02-28"],
    ["own", "2026-10-20", "2026-10-31", "2026-10-08 2026-10-19"],
  ])("of %s, %s to %s", (name, from, to, expected) => {
    expect(days(rangeBefore(name, { from, to }))).toBe(expected)
  })

  it.each(MOVING_RANGES)("of %s ends before it begins, and touches it where it is over", (name) => {
    const range = movingRange(name, new Date("2026-03-31T12:00:00Z"), "UTC")
    const before = rangeBefore(name, range)
    expect(before.to < range.from).toBe(true)
    expect(before.from <= before.to).toBe(true)
  })
})

describe("instantsOf", () => {
  it.each<[string, string, string, string, string]>([
    ["2026-11-01", "2026-11-30", "UTC", "2026-11-01T00:00:00.000Z", "2026-12-01T00:00:00.000Z"],
    ["2026-03-29", "2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"],
    ["2026-10-25", "2026-10-25", "Europe/Berlin", "2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z"],
    ["2026-04-24", "2026-04-24", "Africa/Cairo", "2026-04-23T22:00:00.000Z", "2026-04-24T21:00:00.000Z"],
    ["2026-11-01", "2026-11-01", "America/Havana", "2026-11-01T04:00:00.000Z", "2026-11-02T05:00:00.000Z"],
    ["2011-12-29", "2011-12-31", "Pacific/Apia", "2011-12-29T10:00:00.000Z", "2011-12-31T10:00:00.000Z"],
    ["2028-02-29", "2028-02-29", "Asia/Kolkata", "2028-02-28T18:30:00.000Z", "2028-02-29T18:30:00.000Z"],
  ])("of %s to %s in %s", (from, to, zone, starts_at, ends_at) => {
    expect(instantsOf({ from, to }, zone)).toEqual({ starts_at, ends_at })
  })
})

it.each<[string, string, number]>([
  ["2026-11-29", "2026-11-29", 1],
  ["2026-03-01", "2026-03-31", 31],
  ["2028-02-01", "2028-03-01", 30],
  ["2026-01-01", "2026-12-31", 365],
])("%s to %s are %s days", (from, to, count) => {
  expect(dayCount({ from, to })).toBe(count)
})

it.each([
  ["2026-02-28", true],
  ["2028-02-29", true],
  ["1970-01-01", true],
  ["9998-12-31", true],
  ["2026-02-29", false],
  ["2026-13-01", false],
  ["1969-12-31", false],
  ["9999-01-01", false],
  ["2026-2-1", false],
  ["2026-02-01T00:00:00Z", false],
  ["", false],
  ["today", false],
])("is %s a day: %s", (text, expected) => {
  expect(isDay(text)).toBe(expected)
})
