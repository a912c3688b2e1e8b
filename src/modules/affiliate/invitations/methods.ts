import { readTerms } from "../affiliates/programs-for-customer"
import type { Database } from "../database/database"
import type { PageOf, PageRequest } from "../database/page"
import {
  acceptInvitation,
  findInvitation,
  type AcceptedInvitation,
  type InvitationToAccept,
  type RefusedInvitation,
} from "./accept-invitation"
import { createInvitations, type InvitationOutcome, type InvitationsToCreate } from "./create-invitations"
import { renewInvitation, withdrawInvitation } from "./end-invitation"
import { listInvitations, type InvitationFilters, type InvitationRow } from "./list-invitations"

/** Invitations to become an affiliate. Every write is one transaction. */
export const invitations = (db: Database) => ({
  list(filters: InvitationFilters, page: PageRequest): Promise<PageOf<InvitationRow>> {
    return listInvitations(db.sql, filters, page)
  },

  /** Invites people; a line that is wrong is refused alone. Each token is told once. */
  create(given: InvitationsToCreate): Promise<InvitationOutcome[]> {
    return db.transaction((sql) => createInvitations(sql, given))
  },

  /** An open invitation by its token, with the program's terms. @throws DomainError `invalid_invitation` */
  async find(token: string) {
    const { email, commission_percent, note, expires_at, program_id } = await findInvitation(db.sql, token)
    return { email, commission_percent, note, expires_at, program: await readTerms(db.sql, program_id) }
  },

  /** Makes a customer an active affiliate, once. @throws DomainError */
  accept(given: InvitationToAccept): Promise<AcceptedInvitation | RefusedInvitation> {
    return db.transaction((sql) => acceptInvitation(sql, given))
  },

  /** Gives an invitation a new token; the former link no longer works. @throws InvalidInput, NOT_FOUND */
  renew(id: string, now: Date): Promise<string> {
    return db.transaction((sql) => renewInvitation(sql, id, now))
  },

  /** @throws InvalidInput for one that was accepted, NOT_FOUND */
  withdraw(id: string, now: Date): Promise<void> {
    return db.transaction((sql) => withdrawInvitation(sql, id, now))
  },
})
