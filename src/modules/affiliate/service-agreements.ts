import { acceptAgreement, type AgreementToAccept } from "./operations/accept-agreement"
import { inTransaction } from "./operations/in-transaction"
import { withdrawAgreement, type AgreementWithdrawal } from "./operations/withdraw-agreement"
import { readAgreementAcceptances, type AgreementAcceptanceFilters, type AgreementAcceptanceRow } from "./reads/agreement-acceptances"
import { readAgreementStanding, type AgreementStanding } from "./reads/agreement-standing"
import { readAgreements, type AgreementRow } from "./reads/agreements"
import { readOwnAgreement, type OwnAgreement } from "./reads/own-agreement"
import type { PageOf, PageRequest } from "./reads/page"
import { AffiliateSettingsWrites } from "./service-settings"

/** What programs ask their affiliates to agree to, and who does. Every write is one transaction. */
export abstract class AffiliateAgreements extends AffiliateSettingsWrites {
  /** The versions of a program's agreement, newest first. */
  readAgreements(programId: string, page: PageRequest): Promise<PageOf<AgreementRow>> {
    return readAgreements(this.sql_, programId, page)
  }

  /** Who accepted which version, and who withdrew. */
  readAgreementAcceptances(filters: AgreementAcceptanceFilters, page: PageRequest): Promise<PageOf<AgreementAcceptanceRow>> {
    return readAgreementAcceptances(this.sql_, filters, page)
  }

  /** What an affiliate is asked to agree to, and to what he has agreed. Null when his program has no agreement. */
  readOwnAgreement(affiliateId: string): Promise<OwnAgreement | null> {
    return readOwnAgreement(this.sql_, affiliateId)
  }

  /** Whether an affiliate agrees to what his program offers now. Null when it has no agreement. */
  readAgreementStanding(affiliateId: string): Promise<AgreementStanding | null> {
    return readAgreementStanding(this.sql_, affiliateId)
  }

  /** @returns whether this call did. @throws InvalidInput for a version that never was, CONFLICT for an outdated one, NOT_FOUND. */
  acceptAgreement(acceptance: AgreementToAccept): Promise<boolean> {
    return inTransaction(this.repository_, (sql) => acceptAgreement(sql, acceptance))
  }

  /** An affiliate agrees no more. @returns whether this call withdrew anything. */
  withdrawAgreement(withdrawal: AgreementWithdrawal): Promise<boolean> {
    return inTransaction(this.repository_, (sql) => withdrawAgreement(sql, withdrawal))
  }
}
