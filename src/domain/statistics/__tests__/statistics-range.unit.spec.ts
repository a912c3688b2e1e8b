import fc from "fast-check"
import { DateTime } from "luxon"

import { InvalidInput } from "../../errors"
import { clippedRange, STATISTICS_INTERVALS, statisticsRange, type StatisticsQuery } from "../statistics-range"

/** A Wednesday. */
const NOW = new Date("2026-04-15T12:00:00.000Z")
const range = (query: StatisticsQuery, zone = "UTC", now = NOW) => {
  const { starts_at, ends_at } = statisticsRange(query, zone, now)
  return [starts_at.toISOString(), ends_at.toISOString()]
}

describe("statisticsRange", () => {
  it.each<[string, StatisticsQuery, string, string, string]>([
    ["nothing asked: 30 days to today's end", {}, "UTC", "2026-03-17T00:00:00.000Z", "2026-04-16T00:00:00.000Z"],
    ["12 weeks, which begin on Monday", { interval: "week" }, "UTC", "2026-01-26T00:00:00.000Z", "2026-04-20T00:00:00.000Z"],
    ["12 months", { interval: "month" }, "UTC", "2025-05-01T00:00:00.000Z", "2026-05-01T00:00:00.000Z"],
    ["both dates are included", { from: "2026-04-01", to: "2026-04-02" }, "UTC", "2026-04-01T00:00:00.000Z", "2026-04-03T00:00:00.000Z"],
    ["one day", { from: "2026-04-01", to: "2026-04-01" }, "UTC", "2026-04-01T00:00:00.000Z", "2026-04-02T00:00:00.000Z"],
    [
      "a time as end is excluded, and its day whole",
      { from: "2026-04-01T09:00:00Z", to: "2026-04-02T00:00:00Z" },
      "UTC",
      "2026-04-01T00:00:00.000Z",
      "2026-04-02T00:00:00.000Z",
    ],
    [
      "a millisecond of a day is the whole day",
      { from: "2026-04-01", to: "2026-04-02T00:00:00.001Z" },
      "UTC",
      "2026-04-01T00:00:00.000Z",
      "2026-04-03T00:00:00.000Z",
    ],
    ["only from", { from: "2026-04-14" }, "UTC", "2026-04-14T00:00:00.000Z", "2026-04-16T00:00:00.000Z"],
    ["only to", { to: "2026-03-31" }, "UTC", "2026-03-02T00:00:00.000Z", "2026-04-01T00:00:00.000Z"],
    [
      "widened to whole months",
      { from: "2026-02-10", to: "2026-03-10", interval: "month" },
      "UTC",
      "2026-02-01T00:00:00.000Z",
      "2026-04-01T00:00:00.000Z",
    ],
    [
      "dates are the program's",
      { from: "2026-04-01", to: "2026-04-01" },
      "Asia/Tokyo",
      "2026-03-31T15:00:00.000Z",
      "2026-04-01T15:00:00.000Z",
    ],
    [
      "times with an offset keep it",
      { from: "2026-04-01T00:00:00+02:00", to: "2026-04-01" },
      "UTC",
      "2026-03-31T00:00:00.000Z",
      "2026-04-02T00:00:00.000Z",
    ],
    [
      "a day of 23 hours",
      { from: "2026-03-29", to: "2026-03-29" },
      "Europe/Berlin",
      "2026-03-28T23:00:00.000Z",
      "2026-03-29T22:00:00.000Z",
    ],
    [
      "a day without midnight begins at 01:00",
      { from: "2026-04-24", to: "2026-04-24" },
      "Africa/Cairo",
      "2026-04-23T22:00:00.000Z",
      "2026-04-24T21:00:00.000Z",
    ],
    [
      "the day before ends there",
      { from: "2026-04-23", to: "2026-04-23" },
      "Africa/Cairo",
      "2026-04-22T22:00:00.000Z",
      "2026-04-23T22:00:00.000Z",
    ],
  ])("%s", (_, query, zone, starts_at, ends_at) => {
    expect(range(query, zone)).toEqual([starts_at, ends_at])
  })

  it.each([
    ["1970-01-01", "1970-01-01T00:00:00.000Z", "1970-01-02T00:00:00.000Z"],
    ["9999-12-31", "9999-12-31T00:00:00.000Z", "+010000-01-01T00:00:00.000Z"],
  ])("reads the day %s", (day, starts_at, ends_at) => {
    expect(range({ from: day, to: day })).toEqual([starts_at, ends_at])
  })

  it("says in which zone and buckets it is", () => {
    expect(statisticsRange({ interval: "week" }, "Europe/Berlin", NOW)).toMatchObject({ interval: "week", timezone: "Europe/Berlin" })
    expect(statisticsRange({}, "UTC", NOW)).toMatchObject({ interval: "day", timezone: "UTC" })
  })

  it("at the very start of a day, yesterday is the last whole one", () => {
    expect(range({}, "UTC", new Date("2026-04-15T00:00:00.000Z"))[1]).toBe("2026-04-15T00:00:00.000Z")
  })

  it.each<[string, StatisticsQuery, string, string]>([
    ["no time as from", { from: "yesterday" }, "from", `must be an ISO 8601 date or time, not "yesterday"`],
    ["no time as to", { to: "2026-02-30" }, "to", `must be an ISO 8601 date or time, not "2026-02-30"`],
    ["64 KiB", { from: "x".repeat(65536) }, "from", `must be an ISO 8601 date or time, not "${"x".repeat(40)}"`],
    ["a year before computers", { from: "1969-12-31" }, "from", `must be an ISO 8601 date or time, not "1969-12-31"`],
    ["a year of five digits", { to: "+010000-01-01" }, "to", `must be an ISO 8601 date or time, not "+010000-01-01"`],
    ["from after to", { from: "2026-04-02", to: "2026-04-01" }, "from", "must be earlier than to"],
    ["an empty range", { from: "2026-04-02", to: "2026-04-02T00:00:00Z" }, "from", "must be earlier than to"],
    ["401 days", { from: "2025-01-01", to: "2026-02-05" }, "from", "the range has more than 400 days; ask for a longer interval"],
    [
      "401 weeks",
      { from: "2018-01-01", to: "2025-09-07", interval: "week" },
      "from",
      "the range has more than 400 weeks; ask for a longer interval",
    ],
  ])("refuses %s", (_, query, field, expectation) => {
    expect(() => range(query)).toThrow(new InvalidInput(field, expectation))
  })

  it.each<[string, StatisticsQuery, number]>([
    ["days", { from: "2025-01-01", to: "2026-02-04" }, 400],
    ["weeks", { from: "2018-01-01", to: "2025-08-31", interval: "week" }, 400],
    ["months", { from: "1990-01-01", to: "2023-04-30", interval: "month" }, 400],
  ])("takes 400 %s", (unit, query, count) => {
    const { starts_at, ends_at } = statisticsRange(query, "UTC", NOW)
    const buckets = DateTime.fromJSDate(ends_at, { zone: "utc" }).diff(DateTime.fromJSDate(starts_at, { zone: "utc" }), unit as "days")
    expect(buckets.as(unit as "days")).toBe(count)
  })

  it("is made of whole buckets in every zone, and holds the instant it was asked at", () => {
    const asked = fc.record({
      now: fc.date({ min: new Date("2000-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
      zone: fc.constantFrom("UTC", "Africa/Cairo", "America/Santiago", "Asia/Beirut", "Australia/Lord_Howe", "Pacific/Apia"),
      interval: fc.constantFrom(...STATISTICS_INTERVALS),
    })
    fc.assert(
      fc.property(asked, ({ now, zone, interval }) => {
        const { starts_at, ends_at } = statisticsRange({ interval }, zone, now)
        const bucketStarts = [starts_at, ends_at].map((at) => DateTime.fromJSDate(at, { zone }).startOf(interval).toJSDate())
        expect([bucketStarts, starts_at < now && now <= ends_at]).toEqual([[starts_at, ends_at], true])
      }),
      { numRuns: 300 }
    )
  })
})

describe("clippedRange", () => {
  const clipped = (query: StatisticsQuery, zone = "UTC") => {
    const { starts_at, ends_at, interval } = clippedRange(query, zone, NOW)
    return [interval, starts_at.toISOString(), ends_at.toISOString()]
  }

  it.each<[string, StatisticsQuery, string, string[]]>([
    [
      "days by month are not widened",
      { from: "2026-02-10", to: "2026-03-10", interval: "month" },
      "UTC",
      ["month", "2026-02-10T00:00:00.000Z", "2026-03-11T00:00:00.000Z"],
    ],
    [
      "nor by week, in the program's zone",
      { from: "2026-03-29", to: "2026-03-30", interval: "week" },
      "Europe/Berlin",
      ["week", "2026-03-28T23:00:00.000Z", "2026-03-30T22:00:00.000Z"],
    ],
    ["nothing asked: 30 days", {}, "UTC", ["day", "2026-03-17T00:00:00.000Z", "2026-04-16T00:00:00.000Z"]],
    [
      "ten years by month",
      { from: "2016-04-16", to: "2026-04-15", interval: "month" },
      "UTC",
      ["month", "2016-04-16T00:00:00.000Z", "2026-04-16T00:00:00.000Z"],
    ],
  ])("%s", (_, query, zone, expected) => {
    expect(clipped(query, zone)).toEqual(expected)
  })

  it.each<[StatisticsQuery, string]>([
    [{ from: "2026-04-02", to: "2026-04-01" }, "must be earlier than to"],
    [{ from: "2025-01-01", to: "2026-02-05" }, "the range has more than 400 days; ask for a longer interval"],
  ])("refuses %j", (query, expectation) => {
    expect(() => clippedRange(query, "UTC", NOW)).toThrow(new InvalidInput("from", expectation))
  })
})
