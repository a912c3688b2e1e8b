import { parseIsoTime } from "../iso-time"

describe("parseIsoTime", () => {
  it.each([
    ["a time in UTC", "2016-04-01T08:30:00Z", "2016-04-01T08:30:00.000Z"],
    ["milliseconds", "2016-04-01T08:30:00.123Z", "2016-04-01T08:30:00.123Z"],
    ["microseconds, cut", "2016-04-01T08:30:00.123999Z", "2016-04-01T08:30:00.123Z"],
    ["an offset", "2016-04-01T08:30:00+02:00", "2016-04-01T06:30:00.000Z"],
    ["no offset: UTC", "2016-04-01T08:30", "2016-04-01T08:30:00.000Z"],
    ["a date: its midnight", "2016-04-01", "2016-04-01T00:00:00.000Z"],
  ])("reads %s", (_, text, time) => {
    expect(parseIsoTime(text)?.toISOString()).toBe(time)
  })

  it.each([
    ["a word", "yesterday"],
    ["nothing", ""],
    ["a month", "2016-04"],
    ["a week", "2016-W14-1"],
    ["a time of day", "08:30"],
    ["a day that does not exist", "2016-02-30"],
    ["an hour that does not exist", "2016-04-01T25:00:00Z"],
    ["a number", "1459468800"],
    ["a year that PostgreSQL does not have", "0000-01-01"],
    ["a plus sign that became a space in the address", "2016-04-01T08:30:00 02:00"],
    ["text behind the time", "2016-04-01T08:30:00Z'; --"],
    ["64 KiB", "2016-04-01T" + "0".repeat(65536)],
  ])("refuses %s", (_, text) => {
    expect(parseIsoTime(text)).toBeNull()
  })
})
