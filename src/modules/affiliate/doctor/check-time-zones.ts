import { z } from "@medusajs/framework/zod"

import type { InvariantException } from "../../../domain/doctor/invariants"
import { periodBounds } from "../../../domain/periods/period"
import { rows, type Sql } from "../database/connection"
import { statement, text, time } from "../database/row-check"
import type { Findings } from "./check-orders"

interface MonthStart {
  timezone: string
  period: string
  starts_at: Date
}

/** Where the next thirteen months of the programs begin, by PostgreSQL's time zones. */
const STARTS = statement<MonthStart>(
  `
  SELECT zone.timezone, month.period, affiliate_period_start(month.period, zone.timezone) AS starts_at
  FROM (SELECT DISTINCT timezone FROM affiliate_program WHERE deleted_at IS NULL) zone
  CROSS JOIN LATERAL (
    SELECT to_char(first + make_interval(months => ahead), 'YYYY-MM') AS period
    FROM date_trunc('month', :now::timestamptz AT TIME ZONE zone.timezone) AS first, generate_series(1, 13) AS ahead
  ) month
  ORDER BY zone.timezone, month.period`,
  z.strictObject({ timezone: text, period: text, starts_at: time })
)

/**
 * Compares when the months of the next year begin in the programs' time zones, for PostgreSQL and for Node.js. Their data come from different
 * packages, and governments change their clocks. PostgreSQL decides when a month ends; what Node.js prints would differ from it.
 */
export async function checkTimeZones(sql: Sql, now: Date, limit: number): Promise<Findings> {
  const months = await rows(sql, STARTS, { now })
  const exceptions = months.flatMap(({ timezone, period, starts_at }): InvariantException[] => {
    const own = periodBounds(period, timezone).starts_at
    if (own.getTime() === starts_at.getTime()) return []
    const data = `Node.js ${process.versions.node}, time zones ${process.versions.tz ?? "unknown"}`
    const found = Number.isNaN(own.getTime()) ? "not known" : own.toISOString()
    return [
      { problem: "zone_differs", timezone, period, expected: `${starts_at.toISOString()} in PostgreSQL`, found: `${found} in ${data}` },
    ]
  })
  return { exception_count: exceptions.length, exceptions: exceptions.slice(0, limit) }
}
