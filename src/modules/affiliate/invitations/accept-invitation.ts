import { z } from "@medusajs/framework/zod"

import { DomainError } from "../../../domain/errors"
import { hashToken, invalidInvitation, type InvitationStatus } from "../../../domain/invitations/invitation"
import { enrollAffiliates, type EnrollmentOutcome } from "../affiliates/enroll-affiliates"
import { updateAffiliate } from "../affiliates/update-affiliate"
import { rows, type Sql } from "../database/connection"
import { decimal, oneOf, statement, text, time } from "../database/row-check"
import { INVITATION_STATUS } from "./sql"

export interface InvitationToAccept {
  token: string
  /** Who accepts. */
  customer_id: string
  /** The version of the program's agreement that they accept with it. */
  agreement_version?: number
  now: Date
}

type Enrolled = Extract<EnrollmentOutcome, { is_new: boolean }>

/** What the holder of a link may know. */
export interface FoundInvitation {
  id: string
  program_id: string
  email: string
  commission_percent: string | null
  note: string | null
  expires_at: Date
  status: InvitationStatus
  affiliate_id: string | null
}

const FOUND = (lock: string) =>
  statement<FoundInvitation>(
    `SELECT invitation.id, invitation.program_id, invitation.email, invitation.commission_percent::text, invitation.note,
            invitation.expires_at, ${INVITATION_STATUS} AS status, invitation.affiliate_id
     FROM affiliate_invitation invitation WHERE invitation.token_hash = :token_hash AND invitation.deleted_at IS NULL ${lock}`,
    z.strictObject({
      id: text,
      program_id: text,
      email: text,
      commission_percent: decimal.nullable(),
      note: text.nullable(),
      expires_at: time,
      status: oneOf("open", "expired", "accepted", "withdrawn"),
      affiliate_id: text.nullable(),
    })
  )

const ACCEPT = `UPDATE affiliate_invitation SET accepted_at = :now, affiliate_id = :affiliate_id, updated_at = now() WHERE id = :id`

const OWNER = `SELECT 1 FROM affiliate WHERE id = :affiliate_id AND customer_id = :customer_id AND deleted_at IS NULL`

/** An open invitation by its token. @throws DomainError `invalid_invitation` */
export async function findInvitation(sql: Sql, token: string): Promise<FoundInvitation> {
  const [found] = await rows(sql, FOUND(""), { token_hash: hashToken(token) })
  if (found?.status !== "open") throw invalidInvitation(found?.status ?? "unknown")
  return found
}

/** Who has joined by an invitation. */
export interface AcceptedInvitation {
  affiliate_id: string
  program_id: string
  customer_id: string
  is_new: boolean
  /** Whether they had applied before, and this approved them. */
  is_approved: boolean
}

/** Why the program does not take the holder of an invitation in. */
export type RefusedInvitation = Extract<EnrollmentOutcome, { refused: string }> & { program_id: string }

/**
 * Makes a customer an active affiliate at the invitation's rate, whatever groups the program is for, and uses the invitation up. Its row is
 * locked first, so that of two who hold one link one joins. Whoever accepted it gets the same affiliate again, because an answer may be lost.
 * One who waits for approval is approved by it; a suspended or rejected one stays so.
 *
 * @returns who joined, or why the program refused them.
 * @throws DomainError `invalid_invitation`; `forbidden` for an affiliate who is suspended or rejected.
 */
export async function acceptInvitation(
  sql: Sql,
  { token, customer_id, agreement_version, now }: InvitationToAccept
): Promise<AcceptedInvitation | RefusedInvitation> {
  const [invitation] = await rows(sql, FOUND("FOR UPDATE"), { token_hash: hashToken(token) })
  if (!invitation) throw invalidInvitation("unknown")
  const isOwn = invitation.status === "accepted" && (await rows(sql, OWNER, { ...invitation, customer_id })).length > 0
  if (invitation.status !== "open" && !isOwn) throw invalidInvitation(invitation.status)

  const { program_id, commission_percent } = invitation
  const [outcome] = await enrollAffiliates(sql, {
    ...{ program_id, commission_percent, agreement_version, now },
    customer_ids: [customer_id],
    origin: "invitation",
  })
  if (!outcome) throw invalidInvitation("unknown")
  if ("refused" in outcome) return { ...outcome, program_id }
  const { affiliate_id, is_new } = outcome
  const isApproved = !is_new && !isOwn && (await approve(sql, outcome, commission_percent))
  if (!isOwn) await rows(sql, ACCEPT, { id: invitation.id, affiliate_id, now })
  return { affiliate_id, program_id, customer_id, is_new, is_approved: isApproved }
}

/** Gives somebody who has joined by themselves what they were invited to. @returns whether they waited for approval until now. */
async function approve(sql: Sql, { affiliate_id: id, status }: Enrolled, rate: string | null): Promise<boolean> {
  if (status !== "active" && status !== "pending") {
    throw new DomainError("forbidden", `You are an affiliate of this program already, and ${status}: ask the shop`, {
      code: "affiliate_not_active",
    })
  }
  await updateAffiliate(sql, { id, status: "active", ...(rate !== null && { commission_percent: rate }) })
  return status === "pending"
}
