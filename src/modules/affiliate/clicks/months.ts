import { clicksKeptFrom } from "../../../domain/clicks/retention"
import { timeOf } from "../database/clock"
import { rows, type Sql } from "../database/connection"

const OPEN = `SELECT affiliate_open_click_months(:now) AS months`
const DROP = `SELECT affiliate_drop_clicks(:before) AS months`

/** Of every version of every program: a token keeps the window it was signed with. */
const LONGEST_WINDOW = `SELECT coalesce(max(attribution_window_days), 0) AS days FROM affiliate_program_history`

/**
 * Opens the partitions of this month and the next two, and of every month whose clicks lie in the default partition.
 *
 * @returns their names; none where another process is at it.
 */
export async function openClickMonths(sql: Sql, now?: Date): Promise<string[]> {
  const [opened] = await rows<{ months: string[] }>(sql, OPEN, { now: await timeOf(sql, now) })
  return opened?.months ?? []
}

/**
 * Drops the months whose clicks are no longer kept. What they counted stays in the daily totals.
 *
 * @returns the names of their partitions.
 */
export async function dropOldClicks(sql: Sql, months: number, now?: Date): Promise<string[]> {
  const [longest] = await rows<{ days: number }>(sql, LONGEST_WINDOW)
  const before = clicksKeptFrom(await timeOf(sql, now), { months, longest_window_days: longest?.days ?? 0 })
  if (before === null) return []
  const [dropped] = await rows<{ months: string[] }>(sql, DROP, { before })
  return dropped?.months ?? []
}
