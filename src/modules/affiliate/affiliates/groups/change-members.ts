import { generateEntityId } from "@medusajs/framework/utils"

import { InvalidInput } from "../../../../domain/errors"
import { rows, type Sql } from "../../database/connection"
import { notFound } from "../../database/not-found"

export interface MembersChange {
  group_id: string
  add: string[]
  remove: string[]
}

/** Who really came and who really left. */
export type ChangedMembers = Omit<MembersChange, "group_id">

/** A group that is being deleted waits, or is waited for: nobody joins a deleted group. */
const LOCK = `SELECT id FROM affiliate_group WHERE id = :group_id AND deleted_at IS NULL FOR UPDATE`

const UNKNOWN = `
  SELECT given.id FROM unnest(:ids::text[]) given(id)
  WHERE NOT EXISTS (SELECT 1 FROM affiliate WHERE affiliate.id = given.id AND affiliate.deleted_at IS NULL) LIMIT 1`

const ADD = `
  INSERT INTO affiliate_group_member (id, group_id, affiliate_id)
  SELECT given.id, :group_id, affiliate.id
  FROM json_to_recordset(:given::json) AS given(id text, affiliate_id text)
  JOIN affiliate ON affiliate.id = given.affiliate_id AND affiliate.deleted_at IS NULL
  ON CONFLICT (group_id, affiliate_id) DO NOTHING RETURNING affiliate_id`

const REMOVE = `DELETE FROM affiliate_group_member WHERE group_id = :group_id AND affiliate_id = ANY(:ids) RETURNING affiliate_id`

/** Adds and removes affiliates, all of them or none. @throws InvalidInput naming the field, NOT_FOUND. */
export async function changeMembers(sql: Sql, { group_id, add, remove }: MembersChange): Promise<ChangedMembers> {
  if ((await rows(sql, LOCK, { group_id })).length === 0) throw notFound("Affiliate group", group_id)
  const [unknown] = await rows<{ id: string }>(sql, UNKNOWN, { ids: add })
  if (unknown) throw new InvalidInput("add", `there is no affiliate ${unknown.id}`)
  const twice = add.find((id) => remove.includes(id))
  if (twice !== undefined) throw new InvalidInput("remove", `${twice} is in add too`)
  const left = await rows<{ affiliate_id: string }>(sql, REMOVE, { group_id, ids: remove })
  return { add: await addMembers(sql, group_id, add), remove: left.map(({ affiliate_id }) => affiliate_id) }
}

/** Undoes `changeMembers`. */
export async function restoreMembers(sql: Sql, group_id: string, { add, remove }: ChangedMembers): Promise<void> {
  await rows(sql, REMOVE, { group_id, ids: add })
  await addMembers(sql, group_id, remove)
}

/** @returns those who were not in it yet. */
export async function addMembers(sql: Sql, group_id: string, ids: string[]): Promise<string[]> {
  const given = JSON.stringify(ids.map((affiliate_id) => ({ id: generateEntityId(undefined, "affmember"), affiliate_id })))
  return (await rows<{ affiliate_id: string }>(sql, ADD, { group_id, given })).map(({ affiliate_id }) => affiliate_id)
}
