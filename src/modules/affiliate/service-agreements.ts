import { acceptAgreement, type AgreementToAccept } from "./agreements/accept-agreement"
import { inTransaction } from "./database/transaction"
import { withdrawAgreement, type AgreementWithdrawal } from "./agreements/withdraw-agreement"
import { readAgreementAcceptances, type AgreementAcceptanceFilters, type AgreementAcceptanceRow } from "./agreements/list-acceptances"
import { readAgreementStanding, type AgreementStanding } from "./agreements/current-acceptance"
import { readAgreements, type AgreementRow } from "./agreements/list-agreements"
import { readOwnAgreement, type OwnAgreement } from "./agreements/own-agreement"
import type { PageOf, PageRequest } from "./database/page"
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
