import { generateEntityId } from "@medusajs/framework/utils"

import { InvalidInput } from "../../../domain/errors"
import { normalizeProgramSettings, type ProgramInput, type ProgramSettings } from "../../../domain/programs/program-settings"
import { unknownIds } from "../store/store-lookups"
import { listPrograms, type ProgramRow } from "./list-programs"
import { skipPastPeriods } from "../payouts/payout-runs"
import { rows, type Sql } from "../database/connection"
import { boundsOf } from "../periods/bounds"
import { notFound } from "../database/not-found"

const moved = boundsOf("m.period", "p.timezone")

/** A month begins and ends where the program is. Closed months keep the bounds they were closed with. */
const MOVE_OPEN_PERIODS = `
  UPDATE affiliate_period m SET starts_at = ${moved.starts_at}, ends_at = ${moved.ends_at}, updated_at = now()
  FROM affiliate_program p
  WHERE p.id = :id AND m.program_id = p.id AND m.status = 'open'
    AND (m.starts_at, m.ends_at) IS DISTINCT FROM (${moved.starts_at}, ${moved.ends_at})`

const there = boundsOf("period", ":timezone::text")

const CLOSED_AND_RUNNING = `
  SELECT period, ${there.ends_at} AS ends_at FROM affiliate_period
  WHERE program_id = :id AND status = 'closed' AND ${there.ends_at} > :now
  ORDER BY period DESC LIMIT 1`

/** Makes a program. @throws InvalidInput that names the wrong field, and then nothing is written. */
export async function createProgram(sql: Sql, input: ProgramInput): Promise<string> {
  const settings = normalizeProgramSettings(input)
  await requireZone(sql, settings.timezone)
  const id = generateEntityId(undefined, "affprog")
  await write(sql, settings, (columns) => sql("affiliate_program").insert({ id, ...columns }))
  await writeMembers(sql, id, settings)
  return id
}

/**
 * Changes a program. It is read and written under its row's lock, so that of two admins who change different fields neither undoes the other.
 *
 * @returns the settings before and after.
 * @throws InvalidInput that names the wrong field. `timezone` is wrong where a month that is closed would run on: nothing could count in it.
 */
export async function updateProgram(
  sql: Sql,
  id: string,
  input: ProgramInput,
  now: Date
): Promise<{ before: ProgramSettings; after: ProgramSettings }> {
  await rows(sql, `SELECT 1 FROM affiliate_program WHERE id = :id FOR UPDATE`, { id })
  const before = await readSettings(sql, id)
  const after = normalizeProgramSettings(input, before)
  if (after.timezone !== before.timezone) {
    await requireZone(sql, after.timezone)
    await requireEnded(sql, id, after.timezone, now)
  }
  if (after.automatic_payouts && !before.automatic_payouts) await skipPastPeriods(sql, id)
  await restoreProgram(sql, id, after)
  return { before, after }
}

/** Months are computed here and in the database: one whose zone it does not know could be neither recorded nor closed nor listed. */
async function requireZone(sql: Sql, timezone: string): Promise<void> {
  const [known] = await rows(sql, `SELECT 1 FROM pg_timezone_names WHERE name = :timezone`, { timezone })
  if (!known) throw new InvalidInput("timezone", `PostgreSQL knows no time zone "${timezone}"`)
}

/** Closes hold the program's row as we do, so that none comes in between. */
async function requireEnded(sql: Sql, id: string, timezone: string, now: Date): Promise<void> {
  const [month] = await rows<{ period: string; ends_at: Date }>(sql, CLOSED_AND_RUNNING, { id, timezone, now })
  if (!month) return
  throw new InvalidInput("timezone", `${month.period} is closed and ends in ${timezone} on ${month.ends_at.toISOString()}; change it then`)
}

/** Writes settings as they are: what `changeProgram` gave back undoes it. Open months follow the time zone; what is recorded stays where it is. */
export async function restoreProgram(sql: Sql, id: string, settings: ProgramSettings): Promise<void> {
  await write(sql, settings, (columns) =>
    sql("affiliate_program")
      .where({ id })
      .update({ ...columns, updated_at: sql.fn.now() })
  )
  await sql("affiliate_program_customer_group").where({ program_id: id }).delete()
  await sql("affiliate_program_sales_channel").where({ program_id: id }).delete()
  await writeMembers(sql, id, settings)
  await rows(sql, MOVE_OPEN_PERIODS, { id })
}

/** Takes back programs that were made a moment ago. */
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

async function write(
  sql: Sql,
  settings: ProgramSettings,
  statement: (columns: Columns) => Promise<unknown> | PromiseLike<unknown>
): Promise<void> {
  const { eligible_customer_group_ids, forbidden_customer_group_ids, sales_channel_ids, ...columns } = settings
  await requireKnown(sql, "eligible_customer_group_ids", "customer_group", eligible_customer_group_ids)
  await requireKnown(sql, "forbidden_customer_group_ids", "customer_group", forbidden_customer_group_ids)
  await requireKnown(sql, "sales_channel_ids", "sales_channel", sales_channel_ids)
  try {
    // The driver would write a list as an array of PostgreSQL.
    await statement({ ...columns, payout_methods: JSON.stringify(columns.payout_methods) })
  } catch (error) {
    // The unique index decides, also between two requests at the same time.
    if (isTaken(error, "handle")) throw new InvalidInput("handle", `"${columns.handle}" belongs to another program`)
    throw error
  }
}

async function requireKnown(sql: Sql, field: string, kind: "customer_group" | "sales_channel", ids: string[]): Promise<void> {
  const unknown = await unknownIds(sql, kind, ids)
  if (unknown.length > 0) throw new InvalidInput(field, `there is no ${kind.replace("_", " ")} ${unknown.join(", ")}`)
}

const isTaken = (error: unknown, column: string): boolean =>
  error instanceof Error && "code" in error && error.code === "23505" && "constraint" in error && String(error.constraint).includes(column)

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
