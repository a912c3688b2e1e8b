import { rows, type Sql } from "../database/connection"
import { flag, statement } from "../database/row-check"
import { z } from "@medusajs/framework/zod"
import { homeTermsOf } from "./period-commissions"

/** Whether any month up to a period has tiers, bonuses, limits or a budget, as SQL. */
export const hasMonthTerms = (programId: string, period: string): string =>
  `EXISTS (WITH ${homeTermsOf(programId, period)} SELECT 1 FROM home_terms)`

const HAS_TERMS = statement<{ has_terms: boolean }>(
  `SELECT ${hasMonthTerms(":program_id", ":period")} AS has_terms`,
  z.strictObject({ has_terms: flag })
)

/**
 * Whether tiers, bonuses, limits or a budget may change what a period's orders earn. Where they cannot, statements are made without them: PostgreSQL takes longer
 * to plan them than to add up the month.
 */
export async function findMonthTerms(sql: Sql, program_id: string, period: string): Promise<boolean> {
  const [found] = await rows(sql, HAS_TERMS, { program_id, period })
  return found?.has_terms === true
}
