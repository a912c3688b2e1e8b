import { rows, type Sql } from "../../database/connection"
import { notFound } from "../../database/not-found"
import { addMembers } from "./change-members"

const DELETE = `UPDATE affiliate_group SET deleted_at = now() WHERE id = :id AND deleted_at IS NULL RETURNING id`

const LEAVE = `DELETE FROM affiliate_group_member WHERE group_id = :id RETURNING affiliate_id`

const RESTORE = `UPDATE affiliate_group SET deleted_at = NULL WHERE id = :id`

/**
 * Deletes a group. Rules that name it match nobody by it from now on; what orders have earned stays.
 *
 * @returns who was in it. @throws NOT_FOUND
 */
export async function deleteGroup(sql: Sql, id: string): Promise<string[]> {
  if ((await rows(sql, DELETE, { id })).length === 0) throw notFound("Affiliate group", id)
  return (await rows<{ affiliate_id: string }>(sql, LEAVE, { id })).map(({ affiliate_id }) => affiliate_id)
}

/** Undoes `deleteGroup`, and `createGroup` where there is nobody to remember. */
export async function restoreGroup(sql: Sql, id: string, affiliateIds: string[]): Promise<void> {
  await rows(sql, RESTORE, { id })
  await addMembers(sql, id, affiliateIds)
}
