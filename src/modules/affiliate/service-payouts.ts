import { choosePayoutMethod, type PayoutMethodChoice } from "./payouts/choose-payout-method"
import { endPayout, type PayoutEnd } from "./payouts/end-payout"
import { inTransaction } from "./database/transaction"
import {
  makePayouts,
  previewPayouts,
  type MadePayout,
  type NewPayouts,
  type PayoutAccount,
  type PayoutRequest,
  type UsableMethods,
} from "./payouts/create-payouts"
import { claimPayoutRun, programsToPayOut } from "./payouts/payout-runs"
import { claimSending, listUnansweredPayouts, notePayoutReference, type SentPayout, type UnansweredQuery } from "./payouts/send-payout"
import { settlePayouts, type PayoutSettlement, type PayoutsSettlement } from "./payouts/settle-payouts"
import { needsDetails, type PayoutMethods } from "./payouts/providers/methods"
import { readMaskedDetails } from "./payouts/list-payouts"
import { readPayoutMethod, type OwnPayoutMethod } from "./payouts/payout-method"
import { AffiliateAgreements } from "./service-agreements"

/** Money on its way to affiliates. Every write is one transaction. */
export abstract class AffiliatePayoutWrites extends AffiliateAgreements {
  /** Every way to pay affiliates that this store knows, whether it can be used now or not. */
  abstract get payoutMethods(): PayoutMethods

  /** What paying out now would do, account by account. `unavailable` are methods that cannot be used now. */
  previewPayouts(request: PayoutRequest, unavailable: string[] = []): Promise<PayoutAccount[]> {
    return previewPayouts(this.sql_, { ...request, ...this.usable_(unavailable) })
  }

  /** Pays out what is available; what is not paid keeps its reason. @throws Overtaken when it is not what was confirmed. */
  makePayouts(request: NewPayouts, unavailable: string[] = []): Promise<MadePayout[]> {
    return inTransaction(this.repository_, (sql) => makePayouts(sql, { ...request, ...this.usable_(unavailable) }))
  }

  /** The programs that pay out by themselves and have a month to pay out. */
  programsToPayOut(now: Date): Promise<string[]> {
    return programsToPayOut(this.sql_, now)
  }

  /** Pays out a program's due months, once: what another process has begun to pay out is his. */
  payOutDueMonths(request: NewPayouts, unavailable: string[] = []): Promise<MadePayout[]> {
    return inTransaction(this.repository_, async (sql) => {
      const isOurs = await claimPayoutRun(sql, request.program_id, request.now)
      return isOurs ? makePayouts(sql, { ...request, ...this.usable_(unavailable) }) : []
    })
  }

  /** One page, by key, of the payouts whose provider has not answered, or was not asked yet. */
  listUnansweredPayouts(query: Omit<UnansweredQuery, "by_hand">): Promise<SentPayout[]> {
    const by_hand = [...this.payoutMethods.values()].flatMap(({ id, provider }) => (provider ? [] : [id]))
    return listUnansweredPayouts(this.sql_, { ...query, by_hand })
  }

  /** Takes the right to ask a provider for a payout. @returns whether this caller got it. */
  claimSending(payout: SentPayout): Promise<boolean> {
    return inTransaction(this.repository_, (sql) => claimSending(sql, payout))
  }

  /** Keeps the provider's name for a payout that is still on its way. */
  notePayoutReference(id: string, reference: string, now: Date): Promise<void> {
    return inTransaction(this.repository_, (sql) => notePayoutReference(sql, id, reference, now))
  }

  /** @returns the ids of those that this call settled. @throws InvalidInput when one has ended otherwise, NOT_FOUND. */
  settlePayouts(settlement: PayoutsSettlement): Promise<string[]> {
    return inTransaction(this.repository_, (sql) => settlePayouts(sql, settlement))
  }

  /** @returns whether this call settled it. @throws InvalidInput when it has ended otherwise, NOT_FOUND. */
  async settlePayout({ id, ...settlement }: PayoutSettlement): Promise<boolean> {
    return (await this.settlePayouts({ ids: [id], ...settlement })).length > 0
  }

  /** Ends a payout without payment. @returns whether this call did. @throws InvalidInput when it has ended otherwise, NOT_FOUND. */
  endPayout(end: PayoutEnd): Promise<boolean> {
    return inTransaction(this.repository_, (sql) => endPayout(sql, end))
  }

  /** What people may see of the details a payout goes to; empty where there are none. */
  readMaskedDetails(payoutId: string): Promise<string> {
    return readMaskedDetails(this.sql_, payoutId)
  }

  /** How an affiliate is paid; null when there is no such affiliate. */
  readPayoutMethod(affiliateId: string): Promise<OwnPayoutMethod | null> {
    return readPayoutMethod(this.sql_, affiliateId)
  }

  /** Says how an affiliate wants to be paid. @throws InvalidInput naming `method` or a field of `details`, NOT_FOUND. */
  choosePayoutMethod(choice: PayoutMethodChoice): Promise<void> {
    const forms = new Map([...this.payoutMethods.values()].map(({ id, form }) => [id, form]))
    return inTransaction(this.repository_, (sql) => choosePayoutMethod(sql, choice, forms))
  }

  private usable_(unavailable: string[]): UsableMethods {
    const usable = [...this.payoutMethods.values()].filter(({ id }) => !unavailable.includes(id))
    return { usable_methods: usable.map(({ id }) => id), methods_with_details: usable.filter(needsDetails).map(({ id }) => id) }
  }
}
