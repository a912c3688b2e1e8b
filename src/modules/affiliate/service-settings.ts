import type { DAL } from "@medusajs/framework/types"

import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { ProgramInput, ProgramSettings } from "../../domain/programs/program-settings"
import type { MadeReferral } from "./attribution/attribute-orders"
import { changeAffiliate, restoreAffiliate, type AffiliateChange, type AffiliateSettings } from "./affiliates/update-affiliate"
import { enrollAffiliates, type Enrollment, type EnrollmentOutcome } from "./affiliates/enroll-affiliates"
import { inTransaction } from "./database/transaction"
import { issuePromoCodes, removePromoCodes } from "./promo-codes/issue-promo-codes"
import { bindPromotions, readPromoCodePromotions, type PromoCodePromotion, type PromotionBinding } from "./promo-codes/promo-code-promotions"
import type { RecordedOrders } from "./orders/record-orders"
import { removeAffiliates } from "./affiliates/remove-affiliates"
import { setReferrer, type ReferrerChange } from "./referrals/set-referrer"
import { addProgram, changeProgram, removePrograms, restoreProgram } from "./programs/write-program"
import { AffiliateReads } from "./service-reads"
import type { Sql } from "./database/connection"

/** What admins and affiliates set: programs, enrolments, promo codes and referrers. Every method is one transaction. */
export abstract class AffiliateSettingsWrites extends AffiliateReads {
  protected abstract readonly repository_: DAL.RepositoryService<SqlEntityManager>

  /** Clicks of this process see a changed program at once, those of other processes within a second. */
  abstract forgetLandingPrograms(): Promise<void>

  abstract recordOrders(orderIds: string[], now: Date): Promise<RecordedOrders>

  /** @throws InvalidInput naming the wrong field, and then none is written. @returns the new ids. */
  addPrograms(inputs: ProgramInput[]): Promise<string[]> {
    return this.writePrograms_(async (sql) => {
      const ids: string[] = []
      for (const input of inputs) ids.push(await addProgram(sql, input))
      return ids
    })
  }

  /** @throws InvalidInput naming the wrong field. */
  changeProgram(id: string, input: ProgramInput, now = new Date()): Promise<{ before: ProgramSettings; after: ProgramSettings }> {
    return this.writePrograms_((sql) => changeProgram(sql, id, input, now))
  }

  /** Undoes `changeProgram`. */
  restoreProgram(id: string, before: ProgramSettings): Promise<void> {
    return this.writePrograms_((sql) => restoreProgram(sql, id, before))
  }

  /** Undoes `addPrograms`. */
  removePrograms(ids: string[]): Promise<void> {
    return this.writePrograms_((sql) => removePrograms(sql, ids))
  }

  /** Makes customers affiliates of a program; who already is one stays what he is. */
  enrollAffiliates(enrollment: Enrollment): Promise<EnrollmentOutcome[]> {
    return inTransaction(this.repository_, (sql) => enrollAffiliates(sql, enrollment))
  }

  /** Undoes `enrollAffiliates`. */
  removeAffiliates(ids: string[]): Promise<void> {
    return inTransaction(this.repository_, (sql) => removeAffiliates(sql, ids))
  }

  /** @throws InvalidInput naming the field. */
  changeAffiliate(change: AffiliateChange): Promise<{ before: AffiliateSettings; after: AffiliateSettings }> {
    return inTransaction(this.repository_, (sql) => changeAffiliate(sql, change))
  }

  /** Undoes `changeAffiliate`. */
  restoreAffiliate(before: AffiliateSettings): Promise<void> {
    return inTransaction(this.repository_, (sql) => restoreAffiliate(sql, before))
  }

  /** Gives active affiliates without a promo code one from their program's template. @returns the ids of the new codes. */
  issuePromoCodes(programId: string, affiliateIds?: string[]): Promise<string[]> {
    return inTransaction(this.repository_, (sql) => issuePromoCodes(sql, programId, affiliateIds))
  }

  /** Undoes `issuePromoCodes`. */
  removePromoCodes(ids: string[]): Promise<void> {
    return inTransaction(this.repository_, (sql) => removePromoCodes(sql, ids))
  }

  /** What the Medusa promotions of a program's promo codes are, and should be. */
  readPromoCodePromotions(programId: string, affiliateIds?: string[]): Promise<PromoCodePromotion[]> {
    return readPromoCodePromotions(this.sql_, programId, affiliateIds)
  }

  /** Binds promo codes to promotions, or frees them. */
  bindPromotions(bindings: PromotionBinding[]): Promise<void> {
    return inTransaction(this.repository_, (sql) => bindPromotions(sql, bindings))
  }

  /** Ties a customer to an affiliate by hand, or ends his ties; his orders of open months are decided again. @returns a tie that was made. */
  async setReferrer(change: ReferrerChange): Promise<MadeReferral | null> {
    const { order_ids, referrals } = await inTransaction(this.repository_, (sql) => setReferrer(sql, change))
    if (order_ids.length > 0) await this.recordOrders(order_ids, change.now)
    return referrals[0] ?? null
  }

  private async writePrograms_<T>(write: (sql: Sql) => Promise<T>): Promise<T> {
    const written = await inTransaction(this.repository_, write)
    await this.forgetLandingPrograms()
    return written
  }
}
