import fc from "fast-check"

import { InvalidInput } from "../../errors"
import { addPeriods, normalizeTimezone, parsePeriod, periodAt, periodBounds } from "../period"

const ZONES = Intl.supportedValuesOf("timeZone")
const bounds = (period: string, zone: string) => {
  const { starts_at, ends_at } = periodBounds(period, zone)
  return [starts_at.toISOString(), ends_at.toISOString()]
}
const monthName = (index: number) => addPeriods("1995-01", index)

// Only months whose clocks are history: those of the future change with the time zone data of the machine.
describe("periodBounds", () => {
  it.each([
    ["UTC", "2026-04", "UTC", "2026-04-01T00:00:00.000Z", "2026-05-01T00:00:00.000Z"],
    ["December ends with the year", "2026-12", "UTC", "2026-12-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z"],
    ["a leap February", "2028-02", "UTC", "2028-02-01T00:00:00.000Z", "2028-03-01T00:00:00.000Z"],
    ["no leap February in 2100", "2100-02", "UTC", "2100-02-01T00:00:00.000Z", "2100-03-01T00:00:00.000Z"],
    ["clocks go forward within the month", "2024-03", "Europe/Berlin", "2024-02-29T23:00:00.000Z", "2024-03-31T22:00:00.000Z"],
    ["clocks go back within the month", "2024-10", "Europe/Berlin", "2024-09-30T22:00:00.000Z", "2024-10-31T23:00:00.000Z"],
    ["clocks change on the 1st, after midnight", "2020-11", "America/New_York", "2020-11-01T04:00:00.000Z", "2020-12-01T05:00:00.000Z"],
    ["midnight changes within the month", "2018-11", "America/Sao_Paulo", "2018-11-01T03:00:00.000Z", "2018-12-01T02:00:00.000Z"],
    ["Cairo's last Friday of April", "2024-04", "Africa/Cairo", "2024-03-31T22:00:00.000Z", "2024-04-30T21:00:00.000Z"],
    ["Cairo's clocks go forward as the month begins", "2014-08", "Africa/Cairo", "2014-07-31T22:00:00.000Z", "2014-08-31T21:00:00.000Z"],
    ["Apia's December without a 30th", "2011-12", "Pacific/Apia", "2011-12-01T10:00:00.000Z", "2011-12-31T10:00:00.000Z"],
    ["half an hour of summer time", "2024-10", "Australia/Lord_Howe", "2024-09-30T13:30:00.000Z", "2024-10-31T13:00:00.000Z"],
    ["the first zone of the day, UTC+14", "2026-02", "Pacific/Kiritimati", "2026-01-31T10:00:00.000Z", "2026-02-28T10:00:00.000Z"],
    ["the last zone of the day, UTC-11", "2026-02", "Pacific/Pago_Pago", "2026-02-01T11:00:00.000Z", "2026-03-01T11:00:00.000Z"],
    ["a quarter of an hour", "2026-02", "Asia/Kathmandu", "2026-01-31T18:15:00.000Z", "2026-02-28T18:15:00.000Z"],
    [
      "midnight of the 1st comes twice: it begins with the first",
      "2020-11",
      "America/Havana",
      "2020-11-01T04:00:00.000Z",
      "2020-12-01T05:00:00.000Z",
    ],
    ["and the month before ends there", "2020-10", "America/Havana", "2020-10-01T04:00:00.000Z", "2020-11-01T04:00:00.000Z"],
    [
      "midnight of the 1st never comes: it begins at 01:00",
      "2017-10",
      "America/Asuncion",
      "2017-10-01T04:00:00.000Z",
      "2017-11-01T03:00:00.000Z",
    ],
    ["and the month before ends there", "2017-09", "America/Asuncion", "2017-09-01T04:00:00.000Z", "2017-10-01T04:00:00.000Z"],
  ])("%s: %s in %s", (_, period, zone, starts_at, ends_at) => {
    expect(bounds(period, zone)).toEqual([starts_at, ends_at])
  })
})

describe("periodAt", () => {
  it.each([
    ["the first instant of a month", "2026-04-01T00:00:00.000Z", "UTC", "2026-04"],
    ["the last millisecond of a month", "2026-04-30T23:59:59.999Z", "UTC", "2026-04"],
    ["already May on Kiritimati", "2026-04-30T10:00:00.000Z", "Pacific/Kiritimati", "2026-05"],
    ["still April in Pago Pago", "2026-05-01T10:59:59.999Z", "Pacific/Pago_Pago", "2026-04"],
    ["the new year begins in Berlin", "2025-12-31T23:00:00.000Z", "Europe/Berlin", "2026-01"],
    ["Feb 29", "2028-02-29T12:00:00.000Z", "Europe/Berlin", "2028-02"],
    ["the day Apia never had", "2011-12-30T10:00:00.000Z", "Pacific/Apia", "2011-12"],
    ["the hour Havana has twice, first time", "2020-11-01T04:30:00.000Z", "America/Havana", "2020-11"],
    ["the hour Havana has twice, second time", "2020-11-01T05:30:00.000Z", "America/Havana", "2020-11"],
  ])("%s: %s in %s", (_, instant, zone, period) => {
    expect(periodAt(new Date(instant), zone)).toBe(period)
  })
})

describe("laws, for every time zone there is", () => {
  const violations = (period: string, zone: string): string[] => {
    const { starts_at, ends_at } = periodBounds(period, zone)
    const laws = {
      "a month ends where the next begins": ends_at.getTime() === periodBounds(addPeriods(period, 1), zone).starts_at.getTime(),
      "its first instant lies in it": periodAt(starts_at, zone) === period,
      "its last instant lies in it": periodAt(new Date(ends_at.getTime() - 1), zone) === period,
      "its end lies in the next": periodAt(ends_at, zone) === addPeriods(period, 1),
      "it has 27 to 32 days":
        (ends_at.getTime() - starts_at.getTime()) / 864e5 >= 27 && (ends_at.getTime() - starts_at.getTime()) / 864e5 <= 32,
    }
    return Object.entries(laws).flatMap(([law, holds]) => (holds ? [] : [`${period} ${zone}: ${law}`]))
  }

  it("October 2020, whose last midnight came twice in Havana", () => {
    expect(ZONES.flatMap((zone) => violations("2020-10", zone))).toEqual([])
  })

  it("any month from 1995 to 2040", () => {
    const months = fc.integer({ min: 0, max: 46 * 12 - 1 }).map(monthName)
    fc.assert(
      fc.property(months, fc.constantFrom(...ZONES), (period, zone) => expect(violations(period, zone)).toEqual([])),
      { numRuns: 300 }
    )
  })

  it("every instant lies in exactly one month", () => {
    const instants = fc.date({ min: new Date("1995-02-01T00:00:00Z"), max: new Date("2040-11-30T00:00:00Z"), noInvalidDate: true })
    const holds = (instant: Date, period: string, zone: string) => {
      const { starts_at, ends_at } = periodBounds(period, zone)
      return starts_at <= instant && instant < ends_at
    }
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (instant, zone) => {
        const period = periodAt(instant, zone)
        expect([-1, 0, 1].map((count) => holds(instant, addPeriods(period, count), zone))).toEqual([false, true, false])
      }),
      { numRuns: 200 }
    )
  })
})

describe("addPeriods", () => {
  it.each([
    ["the next", "2026-04", 1, "2026-05"],
    ["none", "2026-04", 0, "2026-04"],
    ["over the year's end", "2026-12", 1, "2027-01"],
    ["back over the year's beginning", "2026-01", -1, "2025-12"],
    ["two years", "2026-04", 24, "2028-04"],
  ])("%s", (_, period, count, expected) => {
    expect(addPeriods(period, count)).toBe(expected)
  })

  it("goes back where it came from, and names sort as months do", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800 }), fc.integer({ min: -100, max: 100 }), (index, count) => {
        const period = monthName(index)
        const moved = addPeriods(period, count)
        expect([addPeriods(moved, -count), Math.sign(Number(moved > period) - Number(moved < period))]).toEqual([period, Math.sign(count)])
      })
    )
  })
})

describe("parsePeriod", () => {
  it.each([
    ["a month", "2016-04", "2016-04"],
    ["BILLmanager's --date rewards April", "2016-04-01", "2016-04"],
    ["the last day of a month", "2016-04-30", "2016-04"],
    ["Feb 29 of a leap year", "2016-02-29", "2016-02"],
  ])("%s: %s", (_, text, period) => {
    expect(parsePeriod(text)).toBe(period)
  })

  it.each([
    ["nothing", ""],
    ["no such month", "2016-13"],
    ["month zero", "2016-00"],
    ["no such day", "2016-04-31"],
    ["Feb 29 of another year", "2015-02-29"],
    ["one digit", "2016-4"],
    ["two digits of a year", "16-04"],
    ["six digits of a year", "+002016-04"],
    ["a time", "2016-04-01T00:00:00Z"],
    ["another order", "04-2016"],
    ["slashes", "2016/04"],
    ["an ISO week", "2016-W04"],
    ["blanks", " 2016-04"],
    ["a line feed behind it", "2016-04\n"],
    ["words", "April"],
    ["SQL", "2016-04'; --"],
  ])("refuses %s", (_, text) => {
    const expected = new InvalidInput("date", `must be a month such as 2016-04 or a day in it such as 2016-04-01, not "${text}"`)
    expect(() => parsePeriod(text, "date")).toThrow(expected)
  })

  it("repeats no more than 40 characters of what was typed", () => {
    expect(() => parsePeriod("x".repeat(65536))).toThrow(
      new InvalidInput("period", `must be a month such as 2016-04 or a day in it such as 2016-04-01, not "${"x".repeat(40)}"`)
    )
  })
})

describe("normalizeTimezone", () => {
  it.each(["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Asia/Calcutta"])("takes %s", (zone) => {
    expect(normalizeTimezone(zone)).toBe(zone)
  })

  it("takes every place there is", () => {
    const places = ZONES.filter((zone) => zone.includes("/"))
    expect(places.map(normalizeTimezone)).toEqual(places)
    expect(places.length).toBeGreaterThanOrEqual(400)
  })

  it.each(["", "Berlin", "Europe/Nowhere", "utc+2", "system", "local", "<b>", "IST", "AET", "EST", "+03:00", "utc"])(
    "refuses %p",
    (zone) => {
      expect(() => normalizeTimezone(zone)).toThrow(new InvalidInput("timezone", "must be an IANA time zone such as Europe/Berlin"))
    }
  )
})
