import { generateEntityId } from "@medusajs/framework/utils"

import { InvalidInput } from "../../../../domain/errors"
import { plainText } from "../../../../domain/text/plain-text"
import { rows, type Sql } from "../../database/connection"
import { isTaken } from "../../database/driver-error"
import { notFound } from "../../database/not-found"
import type { Change } from "../../database/undo-change"

export interface NewGroup {
  name: string
  created_by: string
}

const LONGEST = 100

const CREATE = `
  INSERT INTO affiliate_group (id, name, created_by) VALUES (:id, :name, :created_by)
  ON CONFLICT (name) WHERE deleted_at IS NULL DO NOTHING RETURNING id`

const LOCK = `SELECT name FROM affiliate_group WHERE id = :id AND deleted_at IS NULL FOR UPDATE`

const RENAME = `UPDATE affiliate_group SET name = :name, updated_at = now() WHERE id = :id`

/** Only while it is called as it was renamed, so that what somebody else has written since stays. */
const RENAME_BACK = `UPDATE affiliate_group SET name = :before, updated_at = now() WHERE id = :id AND name = :after AND deleted_at IS NULL`

/** @returns the group's id. @throws InvalidInput naming `name`. */
export async function createGroup(sql: Sql, { name: typed, created_by }: NewGroup): Promise<string> {
  const name = normalizeName(typed)
  const [created] = await rows<{ id: string }>(sql, CREATE, { id: generateEntityId(undefined, "affgroup"), name, created_by })
  if (!created) throw taken(name)
  return created.id
}

/** @throws InvalidInput naming `name`, NOT_FOUND. */
export async function renameGroup(sql: Sql, id: string, typed: string): Promise<Change<string>> {
  const [group] = await rows<{ name: string }>(sql, LOCK, { id })
  if (!group) throw notFound("Affiliate group", id)
  const name = normalizeName(typed)
  try {
    await rows(sql, RENAME, { id, name })
  } catch (error) {
    throw isTaken(error, "name") ? taken(name) : error
  }
  return { before: group.name, after: name }
}

/** Undoes `renameGroup`. */
export async function restoreGroupName(sql: Sql, id: string, change: Change<string>): Promise<void> {
  await rows(sql, RENAME_BACK, { id, ...change })
}

function normalizeName(typed: string): string {
  const name = plainText(typed).replace(/\s+/g, " ")
  if (name === "" || name.length > LONGEST) throw new InvalidInput("name", `must have 1 to ${LONGEST} characters`)
  return name
}

const taken = (name: string) => new InvalidInput("name", `"${name}" is the name of another group`)
