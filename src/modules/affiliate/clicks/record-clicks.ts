import type { IgnoredReason, Landing, LandingProgram } from "../../../domain/clicks/landing"
import { rows, type Sql } from "../database/connection"

/** A page view as `readLanding` understood it, and when it happened. */
export interface PendingClick {
  id: string
  landing: Landing
  occurred_at: Date
}

export type ClickOutcome = { click_id: string; program: LandingProgram } | { ignored: IgnoredReason }

const STORE_CLICKS = `SELECT position, program_id FROM affiliate_store_clicks(:clicks) AS stored(position, program_id)`

const COUNT_IGNORED = `
  INSERT INTO affiliate_ignored_click (id, day, reason, count)
  SELECT affiliate_new_id('affign'), to_char(:now::timestamptz AT TIME ZONE 'UTC', 'YYYY-MM-DD'), reason, count
  FROM json_to_recordset(:counts::json) AS given(reason text, count int)
  ON CONFLICT (day, reason) DO UPDATE SET count = affiliate_ignored_click.count + excluded.count, updated_at = :now`

const PROGRAMS = `
  SELECT id, number, handle, site_url, link_parameter, coalesce(link_aliases, '[]') AS link_aliases, attribution_window_days, attribution_model
  FROM affiliate_program
  WHERE status = 'active' AND deleted_at IS NULL AND (starts_at IS NULL OR starts_at <= :now) AND (ends_at IS NULL OR ends_at > :now)
  ORDER BY number`

/** The programs a click can belong to at `now`. */
export const loadLandingPrograms = (sql: Sql, now: Date): Promise<LandingProgram[]> => rows(sql, PROGRAMS, { now })

/**
 * Stores a batch of clicks in one statement, which also looks the codes up, so that a suspended affiliate's link stops working at once.
 * Page views without anything to record are counted by reason in a second statement; their text is not stored.
 */
export async function recordClicks(sql: Sql, batch: PendingClick[]): Promise<ClickOutcome[]> {
  const candidates = batch.flatMap(({ id, landing, occurred_at }, position) =>
    "ignored" in landing
      ? []
      : landing.candidates.map(({ program, code }, rank) => ({
          ...{ position, rank, id, program_id: program.id, code, occurred_at },
          ...{ landing_url: landing.landing_url, referrer: landing.referrer, ...landing.campaign },
        }))
  )
  const found = candidates.length
    ? await rows<{ position: number; program_id: string }>(sql, STORE_CLICKS, { clicks: JSON.stringify(candidates) })
    : []
  const programIds = new Map(found.map(({ position, program_id }) => [position, program_id]))

  const outcomes = batch.map(({ id, landing }, position): ClickOutcome => {
    if ("ignored" in landing) return landing
    const program = landing.candidates.find((candidate) => candidate.program.id === programIds.get(position))?.program
    return program ? { click_id: id, program } : { ignored: "unknown_code" }
  })
  await countIgnored(sql, outcomes, batch[0]?.occurred_at ?? new Date())
  return outcomes
}

async function countIgnored(sql: Sql, outcomes: ClickOutcome[], now: Date): Promise<void> {
  const counts = new Map<IgnoredReason, number>()
  for (const outcome of outcomes) if ("ignored" in outcome) counts.set(outcome.ignored, (counts.get(outcome.ignored) ?? 0) + 1)
  if (counts.size === 0) return
  // Sorted, because two servers that count the same reasons in different order would deadlock.
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reason, count]) => ({ reason, count }))
  await rows(sql, COUNT_IGNORED, { counts: JSON.stringify(sorted), now })
}
