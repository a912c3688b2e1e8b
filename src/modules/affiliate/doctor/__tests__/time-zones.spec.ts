import { checkTimeZones } from "../check-time-zones"
import { rows } from "../../database/connection"
import { insert } from "../../__tests__/rows"
import { moduleSuite } from "../../__tests__/suite"

/** Of a year whose clocks are history, and the same for everybody. */
const NOW = new Date("2020-10-15T12:00:00Z")

moduleSuite(({ sql }) => {
  it("the doctor names months that begin at another time for PostgreSQL than for Node.js", async () => {
    await insert(sql(), "affiliate_program", ...["America/Havana", "America/Havana", "Europe/Berlin"].map((timezone) => ({ timezone })), {
      timezone: "Asia/Tokyo",
      deleted_at: NOW,
    })
    expect(await checkTimeZones(sql(), NOW, 100)).toEqual({ exception_count: 0, exceptions: [] })

    await rows(
      sql(),
      `ALTER FUNCTION affiliate_period_start(text, text) RENAME TO period_start_before;
       CREATE FUNCTION affiliate_period_start(period text, timezone text) RETURNS timestamptz LANGUAGE sql AS $$
         SELECT period_start_before(period, timezone)
                + CASE WHEN timezone = 'America/Havana' AND period IN ('2020-11', '2020-12') THEN interval '1 hour' ELSE '0' END $$`
    )
    const found = await checkTimeZones(sql(), NOW, 1)
    expect(found).toEqual({
      exception_count: 2,
      exceptions: [
        {
          ...{ problem: "zone_differs", timezone: "America/Havana", period: "2020-11", expected: "2020-11-01T05:00:00.000Z in PostgreSQL" },
          found: expect.stringMatching(/^2020-11-01T04:00:00\.000Z in Node\.js \d+\.\d+\.\d+, time zones \S+$/),
        },
      ],
    })
  })
})
