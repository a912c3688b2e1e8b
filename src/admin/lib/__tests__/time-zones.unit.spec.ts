import { timeZones } from "../time-zones"

describe("the time zones of the form", () => {
  it.each(["Europe/Kyiv", "Europe/Kiev", "Asia/Kolkata", "Asia/Calcutta", "America/Nuuk", "America/Godthab", "Europe/Berlin", "UTC"])(
    "have %s once while a program has it, whichever name the browser lists",
    (zone) => {
      expect(timeZones(zone).filter((listed) => listed === zone)).toEqual([zone])
      expect(timeZones(zone)).toEqual(expect.arrayContaining(timeZones()))
    }
  )

  it("have no other beside those of the browser", () => {
    expect(timeZones()).toEqual(timeZones("Europe/Berlin"))
    expect(timeZones(undefined)).not.toContain(undefined)
  })
})
