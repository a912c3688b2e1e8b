import type { Database } from "../database/database"
import type { PageOf, PageRequest } from "../database/page"
import { acceptAgreement, type AgreementToAccept } from "./accept-agreement"
import { readCurrentAcceptance, type CurrentAcceptance } from "./current-acceptance"
import { listAgreementAcceptances, type AgreementAcceptanceFilters, type AgreementAcceptanceRow } from "./list-acceptances"
import { listAgreements, type AgreementFilters, type AgreementRow } from "./list-agreements"
import { readOwnAgreement, type OwnAgreement } from "./own-agreement"
import { withdrawAgreement, type AgreementWithdrawal } from "./withdraw-agreement"

/** The agreements of programs, and who accepts them. Every write is one transaction. */
export const agreements = (db: Database) => ({
  /** The versions of a program's agreement, newest first. */
  list(programId: string, page: PageRequest, filters: AgreementFilters = {}): Promise<PageOf<AgreementRow>> {
    return listAgreements(db.sql, { ...filters, program_id: programId }, page)
  },

  /** Who accepted which version, and who withdrew. */
  listAcceptances(filters: AgreementAcceptanceFilters, page: PageRequest): Promise<PageOf<AgreementAcceptanceRow>> {
    return listAgreementAcceptances(db.sql, filters, page)
  },

  /** The agreement of an affiliate's program, and what they have accepted of it. Null when their program has no agreement. */
  retrieveOwn(affiliateId: string): Promise<OwnAgreement | null> {
    return readOwnAgreement(db.sql, affiliateId)
  },

  /** Whether an affiliate accepts the current agreement of their program. Null when it has none. */
  retrieveCurrentAcceptance(affiliateId: string): Promise<CurrentAcceptance | null> {
    return readCurrentAcceptance(db.sql, affiliateId)
  },

  /** @returns whether this call did. @throws InvalidInput for a version that never was, CONFLICT for an outdated one, NOT_FOUND. */
  accept(acceptance: AgreementToAccept): Promise<boolean> {
    return db.transaction((sql) => acceptAgreement(sql, acceptance))
  },

  /** An affiliate withdraws their acceptances. @returns whether this call withdrew anything. */
  withdraw(withdrawal: AgreementWithdrawal): Promise<boolean> {
    return db.transaction((sql) => withdrawAgreement(sql, withdrawal))
  },
})
