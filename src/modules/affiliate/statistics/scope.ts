import { z } from "@medusajs/framework/zod"

import { rows, type Sql } from "../database/connection"
import { statement, text } from "../database/row-check"

export interface StatisticsFilters {
  program_id?: string
  affiliate_id?: string
  currency_code?: string
}

/** In which zone days are cut, and where the clicks are counted. */
export interface StatisticsScope {
  timezone: string
  /** Programs whose daily totals are cut in this zone. */
  counted: string[]
  /** Programs whose clicks have to be counted one by one. */
  uncounted: string[]
}

const PROGRAMS = statement<{ id: string; timezone: string }>(
  `
  SELECT program.id, program.timezone FROM affiliate_program program
  WHERE (:program_id::text IS NULL OR program.id = :program_id)
    AND (:affiliate_id::text IS NULL OR program.id = (SELECT program_id FROM affiliate WHERE affiliate.id = :affiliate_id))
  ORDER BY program.number`,
  z.strictObject({ id: text, timezone: text })
)

/** The zone is that of the requested program or affiliate, otherwise of the oldest program. */
export async function readScope(sql: Sql, { program_id, affiliate_id }: StatisticsFilters): Promise<StatisticsScope> {
  const programs = await rows(sql, PROGRAMS, { program_id: program_id ?? null, affiliate_id: affiliate_id ?? null })
  const timezone = programs[0]?.timezone ?? "UTC"
  const isCounted = (program: { timezone: string }) => program.timezone === timezone
  return {
    timezone,
    counted: programs.filter(isCounted).map(({ id }) => id),
    uncounted: programs.filter((program) => !isCounted(program)).map(({ id }) => id),
  }
}
