import { z } from "@medusajs/framework/zod"

import { InvalidInput } from "../../../domain/errors"
import { hashToken, INVITATION_DAYS, type InvitationStatus } from "../../../domain/invitations/invitation"
import { rows, type Sql } from "../database/connection"
import { notFound } from "../database/not-found"
import { oneOf, statement } from "../database/row-check"
import { newToken } from "./create-invitations"
import { INVITATION_STATUS } from "./sql"

const LOCKED = statement<{ status: InvitationStatus }>(
  `SELECT ${INVITATION_STATUS} AS status FROM affiliate_invitation invitation WHERE id = :id AND deleted_at IS NULL FOR UPDATE`,
  z.strictObject({ status: oneOf("open", "expired", "accepted", "withdrawn") })
)

const WITHDRAW = `UPDATE affiliate_invitation SET withdrawn_at = :now, updated_at = now() WHERE id = :id`

const RENEW = `
  UPDATE affiliate_invitation SET token_hash = :token_hash, expires_at = :now::timestamptz + ${INVITATION_DAYS} * interval '1 day', updated_at = now()
  WHERE id = :id`

/** Its link no longer works from now on. Withdrawing twice is once. @throws InvalidInput for one that was accepted, NOT_FOUND. */
export async function withdrawInvitation(sql: Sql, id: string, now: Date): Promise<void> {
  if ((await lock(sql, id)) !== "withdrawn") await rows(sql, WITHDRAW, { id, now })
}

/**
 * Gives an invitation a new token and its whole time again; the former link no longer works.
 *
 * @returns the token, which is told once.
 * @throws InvalidInput for one that was accepted or withdrawn, NOT_FOUND.
 */
export async function renewInvitation(sql: Sql, id: string, now: Date): Promise<string> {
  if ((await lock(sql, id)) === "withdrawn") throw new InvalidInput("id", "the invitation was withdrawn; invite them anew")
  const token = newToken()
  await rows(sql, RENEW, { id, token_hash: hashToken(token), now })
  return token
}

async function lock(sql: Sql, id: string): Promise<InvitationStatus> {
  const [invitation] = await rows(sql, LOCKED, { id })
  if (!invitation) throw notFound("Affiliate invitation", id)
  if (invitation.status === "accepted") throw new InvalidInput("id", "the invitation has been accepted")
  return invitation.status
}
