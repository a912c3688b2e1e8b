import { generateEntityId } from "@medusajs/framework/utils"

import { InvalidInput } from "../../../domain/errors"
import { normalizeProgramSettings, type ProgramInput, type ProgramSettings } from "../../../domain/programs/program-settings"
import { SETTING_NAMES, settingOf, SETTINGS } from "../../../domain/programs/settings"
import { unknownIds } from "../store/store-lookups"
import { listPrograms, type ProgramRow } from "./list-programs"
import { skipPastPeriods } from "../payouts/paid-periods"
import { timeOf } from "../database/clock"
import { isTaken } from "../database/driver-error"
import { rows, type Sql } from "../database/connection"
import { undoChange, type Change } from "../database/undo-change"
import { boundsOf } from "../periods/bounds"
import { notFound } from "../database/not-found"

const moved = boundsOf("period.period", "program.timezone")

/** Open months take the bounds of the program's time zone. Closed months keep the bounds they were closed with. */
const MOVE_OPEN_PERIODS = `
  UPDATE affiliate_period period SET starts_at = ${moved.starts_at}, ends_at = ${moved.ends_at}, updated_at = now()
  FROM affiliate_program program
  WHERE program.id = :id AND period.program_id = program.id AND period.status = 'open'
    AND (period.starts_at, period.ends_at) IS DISTINCT FROM (${moved.starts_at}, ${moved.ends_at})`

const there = boundsOf("period", ":timezone::text")

const CLOSED_AND_RUNNING = `
  SELECT period, ${there.ends_at} AS ends_at FROM affiliate_period
  WHERE program_id = :id AND status = 'closed' AND ${there.ends_at} > :now
  ORDER BY period DESC LIMIT 1`

const LOCK = `SELECT 1 FROM affiliate_program WHERE id = :id FOR UPDATE`

/** Creates a program. @throws InvalidInput that names the wrong field; then nothing is written. */
export async function createProgram(sql: Sql, input: ProgramInput): Promise<string> {
  const settings = normalizeProgramSettings(input)
  await requireZone(sql, settings.timezone)
  await requireKnownIds(sql, settings)
  const id = generateEntityId(undefined, "affprog")
  await write(settings, (columns) => sql("affiliate_program").insert({ id, ...columns }))
  await writeMembers(sql, id, settings)
  return id
}

/**
 * Changes a program. It is read and written under its row's lock, so two admins who change different fields do not undo each other.
 *
 * @returns the settings before and after, as they are stored.
 * @throws InvalidInput that names the wrong field. `timezone` is refused where a closed month would not have ended yet: orders in it could not count.
 */
export async function updateProgram(sql: Sql, id: string, input: ProgramInput, now?: Date): Promise<Change<ProgramSettings>> {
  await rows(sql, LOCK, { id })
  const before = await readSettings(sql, id)
  const after = normalizeProgramSettings(input, before)
  await requireKnownIds(sql, after, before)
  if (after.timezone !== before.timezone) {
    await requireZone(sql, after.timezone)
    await requireEnded(sql, id, after.timezone, await timeOf(sql, now))
  }
  if (after.automatic_payouts && !before.automatic_payouts) await skipPastPeriods(sql, id)
  await writeProgram(sql, id, after)
  return { before, after: await readSettings(sql, id) }
}

/** Undoes `updateProgram`. */
export async function restoreProgram(sql: Sql, id: string, change: Change<ProgramSettings>): Promise<void> {
  await rows(sql, LOCK, { id })
  await writeProgram(sql, id, undoChange(await readSettings(sql, id), change))
}

/** Both JavaScript and PostgreSQL compute months, so a zone that only JavaScript knows would make a program's months unusable. */
async function requireZone(sql: Sql, timezone: string): Promise<void> {
  const [known] = await rows(sql, `SELECT 1 FROM pg_timezone_names WHERE name = :timezone`, { timezone })
  if (!known) throw new InvalidInput("timezone", `PostgreSQL knows no time zone "${timezone}"`)
}

/** A close locks the program's row too, so no month can be closed between this check and the change. */
async function requireEnded(sql: Sql, id: string, timezone: string, now: Date): Promise<void> {
  const [month] = await rows<{ period: string; ends_at: Date }>(sql, CLOSED_AND_RUNNING, { id, timezone, now })
  if (!month) return
  throw new InvalidInput("timezone", `${month.period} is closed and ends in ${timezone} on ${month.ends_at.toISOString()}; change it then`)
}

/** Writes settings unchecked. Open months follow the time zone; recorded commissions stay in their month. */
async function writeProgram(sql: Sql, id: string, settings: ProgramSettings): Promise<void> {
  await write(settings, (columns) =>
    sql("affiliate_program")
      .where({ id })
      .update({ ...columns, updated_at: sql.fn.now() })
  )
  await sql("affiliate_program_customer_group").where({ program_id: id }).delete()
  await sql("affiliate_program_sales_channel").where({ program_id: id }).delete()
  await writeMembers(sql, id, settings)
  await rows(sql, MOVE_OPEN_PERIODS, { id })
}

/** Removes programs that were just created, to undo it. */
export async function removePrograms(sql: Sql, ids: string[]): Promise<void> {
  await sql("affiliate_program_customer_group").whereIn("program_id", ids).delete()
  await sql("affiliate_program_sales_channel").whereIn("program_id", ids).delete()
  await sql("affiliate_program").whereIn("id", ids).delete()
}

async function readSettings(sql: Sql, id: string): Promise<ProgramSettings> {
  const { rows: found } = await listPrograms(sql, { id: [id] }, { limit: 1, offset: 0 })
  if (!found[0]) throw notFound("Affiliate program", id)
  const { id: _id, number: _number, created_at: _created, updated_at: _updated, ...settings }: ProgramRow = found[0]
  return settings
}

type Columns = Record<string, unknown>

async function write(settings: ProgramSettings, statement: (columns: Columns) => Promise<unknown> | PromiseLike<unknown>): Promise<void> {
  try {
    await statement(columnsOf(settings))
  } catch (error) {
    if (isTaken(error, "handle")) throw new InvalidInput("handle", `"${settings.handle}" belongs to another program`)
    throw error
  }
}

/** The settings that are columns of the program's table, as the driver takes them. */
function columnsOf(settings: ProgramSettings): Columns {
  const names = SETTING_NAMES.filter((name) => SETTINGS[name].type !== "ids")
  // The driver would write a list as an array of PostgreSQL, and the column is JSON.
  const toColumn = (value: unknown) => (Array.isArray(value) ? JSON.stringify(value) : value)
  return Object.fromEntries(names.map((name) => [name, toColumn(settings[name])]))
}

/**
 * Ids that a program had `before` are not asked for again: a merchant who deletes a customer group can still save the program.
 *
 * @throws InvalidInput naming the first setting with a new id that the store does not have.
 */
async function requireKnownIds(sql: Sql, settings: ProgramSettings, before?: ProgramSettings): Promise<void> {
  for (const name of SETTING_NAMES) {
    const setting = settingOf(name)
    if (setting.type !== "ids") continue
    const kept = new Set(before?.[name] as string[] | undefined)
    const added = (settings[name] as string[]).filter((id) => !kept.has(id))
    const unknown = await unknownIds(sql, setting.of, added)
    if (unknown.length > 0) throw new InvalidInput(name, `there is no ${setting.of.replace("_", " ")} ${unknown.join(", ")}`)
  }
}

async function writeMembers(sql: Sql, program_id: string, settings: ProgramSettings): Promise<void> {
  const groups = (["eligible", "forbidden"] as const).flatMap((access) =>
    settings[`${access}_customer_group_ids`].map((customer_group_id) => ({
      id: generateEntityId(undefined, "affgrp"),
      program_id,
      customer_group_id,
      access,
    }))
  )
  const channels = settings.sales_channel_ids.map((sales_channel_id) => ({
    id: generateEntityId(undefined, "affchan"),
    program_id,
    sales_channel_id,
  }))
  if (groups.length > 0) await sql("affiliate_program_customer_group").insert(groups)
  if (channels.length > 0) await sql("affiliate_program_sales_channel").insert(channels)
}
