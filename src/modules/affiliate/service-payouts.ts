import { endPayout, settlePayout, type PayoutEnd, type PayoutSettlement } from "./operations/end-payout"
import { inTransaction } from "./operations/in-transaction"
import {
  makePayouts,
  previewPayouts,
  type MadePayout,
  type NewPayouts,
  type PayoutAccount,
  type PayoutRequest,
} from "./operations/make-payouts"
import { AffiliateSettingsWrites } from "./service-settings"

/** Money on its way to affiliates. Every write is one transaction. */
export abstract class AffiliatePayoutWrites extends AffiliateSettingsWrites {
  /** What paying out now would do, account by account. */
  previewPayouts(request: PayoutRequest): Promise<PayoutAccount[]> {
    return previewPayouts(this.sql_, request)
  }

  /** Pays out what is available; what is not paid keeps its reason. */
  makePayouts(request: NewPayouts): Promise<MadePayout[]> {
    return inTransaction(this.repository_, (sql) => makePayouts(sql, request))
  }

  /** @returns whether this call settled it. @throws InvalidInput when it has ended otherwise, NOT_FOUND. */
  settlePayout(settlement: PayoutSettlement): Promise<boolean> {
    return inTransaction(this.repository_, (sql) => settlePayout(sql, settlement))
  }

  /** Ends a payout without payment. @returns whether this call did. @throws InvalidInput when it has ended otherwise, NOT_FOUND. */
  endPayout(end: PayoutEnd): Promise<boolean> {
    return inTransaction(this.repository_, (sql) => endPayout(sql, end))
  }
}
