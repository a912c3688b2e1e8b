import { randomBytes } from "node:crypto"

import { generateEntityId } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"

import { InvalidInput } from "../../../domain/errors"
import {
  hashToken,
  INVITATION_DAYS,
  readInvitation,
  type InvitationInput,
  type InvitationRefusal,
  type NewInvitation,
} from "../../../domain/invitations/invitation"
import { rows, type Sql } from "../database/connection"
import { notFound } from "../database/not-found"
import { statement, text } from "../database/row-check"
import { listPrograms } from "../programs/list-programs"

export interface InvitationsToCreate {
  program_id: string
  invitations: InvitationInput[]
  created_by: string
  now: Date
}

/** What became of one line of the request. The token is told once: the database keeps its hash. */
export type InvitationOutcome =
  | { email: string; outcome: "invited"; id: string; token: string }
  | { email: string; outcome: "refused"; reason: InvitationRefusal }

/** Affiliates who were suspended or rejected are so on purpose: an invitation does not undo that. */
const TAKEN = statement<{ email: string; reason: "already_invited" | "already_affiliate" }>(
  `
  SELECT DISTINCT lower(customer.email) AS email, 'already_affiliate' AS reason
  FROM customer JOIN affiliate ON affiliate.customer_id = customer.id AND affiliate.program_id = :program_id AND affiliate.deleted_at IS NULL
  WHERE lower(customer.email) = ANY(:emails) AND customer.deleted_at IS NULL
  UNION ALL
  SELECT invitation.email, 'already_invited' FROM affiliate_invitation invitation
  WHERE invitation.program_id = :program_id AND invitation.email = ANY(:emails) AND invitation.accepted_at IS NULL
    AND invitation.withdrawn_at IS NULL AND invitation.deleted_at IS NULL`,
  z.strictObject({ email: text, reason: z.enum(["already_invited", "already_affiliate"]) })
)

/** Of two requests at the same time that invite one address, one inserts. */
const INSERT = `
  INSERT INTO affiliate_invitation (id, program_id, email, commission_percent, note, token_hash, expires_at, created_by)
  SELECT given.id, :program_id, given.email, given.commission_percent, given.note, given.token_hash,
         :now::timestamptz + ${INVITATION_DAYS} * interval '1 day', :created_by
  FROM json_to_recordset(:given::json) AS given(id text, email text, commission_percent numeric, note text, token_hash text)
  ON CONFLICT (program_id, email) WHERE accepted_at IS NULL AND withdrawn_at IS NULL AND deleted_at IS NULL DO NOTHING
  RETURNING id`

/**
 * Invites people to a program, in three statements however many they are. A line that is wrong is refused alone.
 *
 * @returns an outcome for each line, in their order.
 * @throws NOT_FOUND for an unknown program, InvalidInput for one that takes nobody in.
 */
export async function createInvitations(
  sql: Sql,
  { program_id, invitations, created_by, now }: InvitationsToCreate
): Promise<InvitationOutcome[]> {
  const { rows: programs } = await listPrograms(sql, { id: [program_id] }, { limit: 1, offset: 0 })
  if (!programs[0]) throw notFound("Affiliate program", program_id, "program_id")
  if (programs[0].status !== "active") throw new InvalidInput("program_id", `the program is ${programs[0].status}`, "program_not_running")

  const lines = refuseTwins(invitations.map((given) => ({ typed: given.email, read: readInvitation(given) })))
  const emails = lines.flatMap(({ read }) => (typeof read === "string" ? [] : [read.email]))
  const taken = new Map((await rows(sql, TAKEN, { program_id, emails })).map(({ email, reason }) => [email, reason]))
  const made = lines.flatMap(({ read }) => (typeof read === "string" || taken.has(read.email) ? [] : [withToken(read)]))
  const given = JSON.stringify(made.map(({ token, ...invitation }) => ({ ...invitation, token_hash: hashToken(token) })))
  const inserted = new Set((await rows<{ id: string }>(sql, INSERT, { program_id, created_by, now, given })).map(({ id }) => id))

  return lines.map(({ typed, read }): InvitationOutcome => {
    if (typeof read === "string") return { email: typed, outcome: "refused", reason: read }
    const own = made.find(({ id, email }) => email === read.email && inserted.has(id))
    if (!own) return { email: read.email, outcome: "refused", reason: taken.get(read.email) ?? "already_invited" }
    return { email: own.email, outcome: "invited", id: own.id, token: own.token }
  })
}

interface Line {
  typed: string
  read: NewInvitation | InvitationRefusal
}

/** The first line of an address counts. */
function refuseTwins(lines: Line[]): Line[] {
  const seen = new Set<string>()
  return lines.map((line) => {
    if (typeof line.read === "string") return line
    if (seen.has(line.read.email)) return { typed: line.typed, read: "listed_twice" as const }
    seen.add(line.read.email)
    return line
  })
}

const withToken = (invitation: NewInvitation) => ({ ...invitation, id: generateEntityId(undefined, "affinv"), token: newToken() })

export const newToken = (): string => randomBytes(32).toString("base64url")
