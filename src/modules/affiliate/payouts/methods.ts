import type { ListedPayout } from "../../../domain/payouts/files/list"
import type { Database } from "../database/database"
import type { PageOf, PageRequest } from "../database/page"
import { choosePayoutMethod, type PayoutMethodChoice } from "./choose-payout-method"
import {
  createPayouts,
  previewPayouts,
  sumAccounts,
  type AccountSums,
  type CreatedPayout,
  type NewPayouts,
  type PayoutAccount,
  type PayoutRequest,
  type UsableMethods,
} from "./create-payouts"
import { endPayout, type PayoutEnd } from "./end-payout"
import { exportPayouts, type ExportedPayouts, type PayoutExport } from "./export-payouts"
import { listPayRuns, type PayRunFilters, type PayRunRow } from "./list-pay-runs"
import { readMaskedDetails, listPayouts, type PayoutFilters, type PayoutRow } from "./list-payouts"
import { listPayoutsForBooks, type ListPage } from "./list-payouts-for-books"
import { readPayoutMethod, type OwnPayoutMethod } from "./payout-method"
import { claimPaidPeriods, listProgramsDue } from "./paid-periods"
import { retrievePayRun, type PayRun } from "./retrieve-pay-run"
import { needsDetails, type PayoutMethods } from "./providers/methods"
import { claimSending, listUnansweredPayouts, notePayoutReference, type SentPayout, type UnansweredQuery } from "./send-payout"
import { settlePayouts, type PayoutsSettlement } from "./settle-payouts"

/**
 * Payments to affiliates. Every write is one transaction.
 *
 * @param methods every payout method this store knows, whether it can be used now or not. Read at use: the loader that collects them runs
 *   after the service is registered.
 */
export const payouts = (db: Database, methods: () => PayoutMethods) => {
  const usable = (unavailable: string[]): UsableMethods => {
    const found = [...methods().values()].filter(({ id }) => !unavailable.includes(id))
    return {
      usable_methods: found.map(({ id }) => id),
      methods_with_details: found.filter(needsDetails).map(({ id }) => id),
      limits: Object.fromEntries(found.map(({ id, limits }) => [id, limits])),
    }
  }
  return {
    /** Every payout method this store knows, whether it can be used now or not. */
    get methods(): PayoutMethods {
      return methods()
    },

    /** Payouts, of any status. */
    list(filters: PayoutFilters, page: PageRequest): Promise<PageOf<PayoutRow>> {
      return listPayouts(db.sql, filters, page)
    },

    /** Pay runs: rounds of payouts. */
    listRuns(filters: PayRunFilters, page: PageRequest): Promise<PageOf<PayRunRow>> {
      return listPayRuns(db.sql, filters, page)
    },

    /** One pay run by method and currency, with its files; null when there is none. */
    retrieveRun(id: string): Promise<PayRun | null> {
      return retrievePayRun(db.sql, id)
    },

    /** One page, by key, of payouts for the merchant's books, newest first. */
    listForBooks(filters: PayoutFilters, page: ListPage): Promise<ListedPayout[]> {
      return listPayoutsForBooks(db.sql, filters, page)
    },

    /** The content of a payment file; marks the payouts that stand in it, and names those that cannot. @throws InvalidInput */
    export(file: PayoutExport): Promise<ExportedPayouts> {
      return db.transaction((sql) => exportPayouts(sql, file))
    },

    /** What paying out now would do, account by account. `unavailable` are methods that cannot be used now. */
    preview(request: PayoutRequest, unavailable: string[] = []): Promise<PayoutAccount[]> {
      return previewPayouts(db.sql, { ...request, ...usable(unavailable) })
    },

    /** What paying out now would come to, of one program or of all, and what only lacks payout details. */
    sum(programId: string | undefined, unavailable: string[]): Promise<AccountSums> {
      return sumAccounts(db.sql, programId, usable(unavailable))
    },

    /** Pays out what is available, and says why an account is not paid. @throws StalePreview when it differs from what was confirmed. */
    create(request: NewPayouts, unavailable: string[] = []): Promise<CreatedPayout[]> {
      return db.transaction((sql) => createPayouts(sql, { ...request, ...usable(unavailable) }))
    },

    /** The programs that pay out automatically and have a period to pay out. */
    listProgramsDue(now?: Date): Promise<string[]> {
      return listProgramsDue(db.sql, now)
    },

    /** Pays out a program's due periods, once: a period that another process has claimed is left to it. */
    createDue(request: NewPayouts, unavailable: string[] = []): Promise<CreatedPayout[]> {
      return db.transaction(async (sql) => {
        const isOurs = await claimPaidPeriods(sql, request.program_id, request.now)
        return isOurs ? createPayouts(sql, { ...request, ...usable(unavailable) }) : []
      })
    },

    /** One page, by key, of the payouts whose provider has not answered, or was not asked yet. */
    listUnanswered(query: Omit<UnansweredQuery, "by_hand">): Promise<SentPayout[]> {
      const by_hand = [...methods().values()].flatMap(({ id, provider }) => (provider ? [] : [id]))
      return listUnansweredPayouts(db.sql, { ...query, by_hand })
    },

    /** Claims the right to ask a provider for a payout. @returns whether this caller got it. */
    claimSending(payout: SentPayout): Promise<boolean> {
      return db.transaction((sql) => claimSending(sql, payout))
    },

    /** Stores the provider's reference of a payout that is still processing. */
    noteReference(id: string, reference: string): Promise<void> {
      return db.transaction((sql) => notePayoutReference(sql, id, reference))
    },

    /** @returns the ids of those that this call settled. @throws InvalidInput when one has ended otherwise, NOT_FOUND. */
    settle(settlement: PayoutsSettlement): Promise<string[]> {
      return db.transaction((sql) => settlePayouts(sql, settlement))
    },

    /** Ends a payout without payment. @returns whether this call did. @throws InvalidInput when it has ended otherwise, NOT_FOUND. */
    end(end: PayoutEnd): Promise<boolean> {
      return db.transaction((sql) => endPayout(sql, end))
    },

    /** The masked details a payout goes to; empty where there are none. */
    retrieveMaskedDetails(payoutId: string): Promise<string> {
      return readMaskedDetails(db.sql, payoutId)
    },

    /** How an affiliate is paid; null when there is no such affiliate. */
    retrieveMethodOf(affiliateId: string): Promise<OwnPayoutMethod | null> {
      return readPayoutMethod(db.sql, affiliateId)
    },

    /** Stores how an affiliate wants to be paid. @throws InvalidInput naming `method` or a field of `details`, NOT_FOUND. */
    chooseMethod(choice: PayoutMethodChoice): Promise<void> {
      const forms = new Map([...methods().values()].map(({ id, form }) => [id, form]))
      return db.transaction((sql) => choosePayoutMethod(sql, choice, forms))
    },
  }
}
