import fc from "fast-check"

import { clicksKeptFrom } from "../retention"

const keptFrom = (now: string, months: number, longest_window_days: number) =>
  clicksKeptFrom(new Date(now), { months, longest_window_days })?.toISOString().slice(0, 10) ?? null

describe("clicksKeptFrom", () => {
  it.each([
    ["0 keeps all", "2026-11-30T12:00:00Z", 0, 30, null],
    ["whole months before the month of now", "2026-11-30T12:00:00Z", 13, 30, "2025-10-01"],
    ["the last instant of a month", "2026-11-30T23:59:59.999Z", 6, 30, "2026-05-01"],
    ["the first instant of the next", "2026-12-01T00:00:00Z", 6, 30, "2026-06-01"],
    ["at midnight of another zone it is still November", "2026-12-01T00:30:00+01:00", 6, 30, "2026-05-01"],
    ["a window and a month go before the setting", "2026-11-30T12:00:00Z", 1, 90, "2026-08-01"],
    ["a day earlier and a window of a day more, July is needed too", "2026-11-29T12:00:00Z", 1, 91, "2026-07-01"],
    ["a window of a day", "2026-11-30T12:00:00Z", 1, 1, "2026-10-01"],
    ["no program", "2026-11-30T12:00:00Z", 1, 0, "2026-10-01"],
    ["the 31st of March, a month before", "2026-03-31T12:00:00Z", 1, 0, "2026-02-01"],
  ])("%s", (_, now, months, window, expected) => {
    expect(keptFrom(now, months, window)).toBe(expected)
  })

  it("never lets a click go whose token is valid", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 365 }),
        (now, months, longest_window_days) => {
          const kept = clicksKeptFrom(now, { months, longest_window_days })!
          const expired = new Date(kept.getTime() + longest_window_days * 24 * 60 * 60 * 1000)
          expect(expired.getTime()).toBeLessThan(now.getTime() - 27 * 24 * 60 * 60 * 1000)
          expect(kept.toISOString()).toMatch(/-01T00:00:00.000Z$/)
        }
      )
    )
  })
})
