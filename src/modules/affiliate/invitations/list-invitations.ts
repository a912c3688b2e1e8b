import { z } from "@medusajs/framework/zod"

import type { InvitationStatus } from "../../../domain/invitations/invitation"
import type { Sql } from "../database/connection"
import { readPage, withPattern, type Bounds, type Listing, type PageOf, type PageRequest } from "../database/page"
import { decimal, oneOf, text, time } from "../database/row-check"
import { INVITATION_STATUS } from "./sql"

export interface InvitationRow {
  id: string
  program_id: string
  program: { id: string; name: string; handle: string; timezone: string }
  email: string
  status: InvitationStatus
  commission_percent: string | null
  note: string | null
  expires_at: Date
  created_by: string
  created_at: Date
  accepted_at: Date | null
  /** Who joined by it. */
  affiliate_id: string | null
  withdrawn_at: Date | null
}

export interface InvitationFilters {
  id?: string[]
  program_id?: string[]
  status?: InvitationStatus[]
  created_at?: Bounds<Date>
  expires_at?: Bounds<Date>
  q?: string
}

const INVITATIONS: Listing<InvitationFilters, InvitationRow> = {
  row: z.strictObject({
    id: text,
    program_id: text,
    program: z.strictObject({ id: text, name: text, handle: text, timezone: text }),
    email: text,
    status: oneOf("open", "expired", "accepted", "withdrawn"),
    commission_percent: decimal.nullable(),
    note: text.nullable(),
    expires_at: time,
    created_by: text,
    created_at: time,
    accepted_at: time.nullable(),
    affiliate_id: text.nullable(),
    withdrawn_at: time.nullable(),
  }),
  fields: `invitation.id, invitation.program_id,
    json_build_object('id', program.id, 'name', program.name, 'handle', program.handle, 'timezone', program.timezone) AS program,
    invitation.email, ${INVITATION_STATUS} AS status, invitation.commission_percent::text, invitation.note, invitation.expires_at,
    invitation.created_by, invitation.created_at, invitation.accepted_at, invitation.affiliate_id, invitation.withdrawn_at`,
  from: `(SELECT * FROM affiliate_invitation WHERE deleted_at IS NULL) invitation
    JOIN affiliate_program program ON program.id = invitation.program_id`,
  conditions: {
    id: "invitation.id = ANY(:id)",
    program_id: "invitation.program_id = ANY(:program_id)",
    status: `${INVITATION_STATUS} = ANY(:status)`,
    q: "invitation.email ILIKE :q",
  },
  orders: { created_at: "invitation.created_at", expires_at: "invitation.expires_at", email: "invitation.email" },
  defaultOrder: "-created_at",
  id: ["invitation.id"],
}

export const listInvitations = (sql: Sql, filters: InvitationFilters, page: PageRequest): Promise<PageOf<InvitationRow>> =>
  readPage(sql, INVITATIONS, withPattern(filters), page)
