import { MedusaService } from "@medusajs/framework/utils"

import type { DoctorReport } from "../../domain/doctor/invariants"
import { statisticsRange, type StatisticsQuery, type StatisticsRange } from "../../domain/statistics/statistics-range"
import type { OrderExplanation } from "../../domain/orders/explanation/order-explanation"
import type { ListedPayout } from "../../domain/payouts/files/list"
import type { PayoutToSend } from "../../domain/payouts/files/payout-file"
import { joinerConfig } from "./joiner-config"
import * as models from "./models"
import { runDoctor } from "./doctor/run-doctor"
import { readAffiliates, type AffiliateFilters, type AffiliateRow } from "./affiliates/list-affiliates"
import { readCommissions, type CommissionFilters, type CommissionRow } from "./commissions/list-commissions"
import { readLedgerEntries, type LedgerEntryRow, type LedgerFilters } from "./ledger/list-ledger-entries"
import { readCustomersToEnroll, type CustomersToEnroll } from "./affiliates/customers-to-enroll"
import { readNotices, type NoticesAsked, type NoticesPage } from "./notifications/list-pending"
import { explainOrder } from "./orders/explain-order"
import { readOwnReferrals, type OwnReferralRow } from "./referrals/list-own-referrals"
import type { PageOf, PageRequest } from "./database/page"
import { readPayoutsToSend } from "./payouts/list-payouts-to-send"
import { readListedPayouts, type ListPage } from "./payouts/list-payouts-for-books"
import { readPayouts, type PayoutFilters, type PayoutRow } from "./payouts/list-payouts"
import { readPeriod, type PeriodDetail } from "./periods/retrieve-period"
import { readPeriods, type PeriodFilters, type PeriodRow } from "./periods/list-periods"
import { countAffiliates, readPrograms, type ProgramFilters, type ProgramRow } from "./programs/list-programs"
import { readProgramsFor, type ProgramTerms } from "./affiliates/programs-for-customer"
import { readReferrals, type ReferralFilters, type ReferralRow } from "./referrals/list-referrals"
import { readStatistics, statisticsTimezone, type StatisticsBucket, type StatisticsFilters } from "./statistics/read-statistics"
import { readCustomers, unknownIds, type KnownCustomer } from "./store/store-lookups"
import type { Sql } from "./database/connection"

export interface Statistics extends StatisticsRange {
  buckets: StatisticsBucket[]
}

/** What screens and clients read. Each method costs the same few statements for ten rows and for a hundred. */
export abstract class AffiliateReads extends MedusaService(models) {
  protected abstract get sql_(): Sql

  // eslint-disable-next-line @medusajs/service-methods-must-be-async -- Medusa asks while it loads modules, and does not wait.
  __joinerConfig() {
    return joinerConfig()
  }

  /** Programs with their groups and channels. */
  readPrograms(filters: ProgramFilters, page: PageRequest): Promise<PageOf<ProgramRow>> {
    return readPrograms(this.sql_, filters, page)
  }

  /** The running programs a customer may join by himself, and those he has joined. */
  readProgramsFor(customerId: string, now: Date): Promise<ProgramTerms[]> {
    return readProgramsFor(this.sql_, customerId, now)
  }

  /** How many affiliates each program has, of any status. */
  countAffiliates(programIds: string[]): Promise<Map<string, number>> {
    return countAffiliates(this.sql_, programIds)
  }

  /** Affiliates with customer, program, link and promo codes. */
  readAffiliates(filters: AffiliateFilters, page: PageRequest): Promise<PageOf<AffiliateRow>> {
    return readAffiliates(this.sql_, filters, page)
  }

  /** Ties, living and ended. */
  readReferrals(filters: ReferralFilters, page: PageRequest): Promise<PageOf<ReferralRow>> {
    return readReferrals(this.sql_, filters, page)
  }

  /** An affiliate's referrals as he may see them. */
  readOwnReferrals(affiliateId: string, page: PageRequest): Promise<PageOf<OwnReferralRow>> {
    return readOwnReferrals(this.sql_, { affiliate_id: affiliateId }, page)
  }

  /** Commissions with the status their month gives them. */
  readCommissions(filters: CommissionFilters, page: PageRequest): Promise<PageOf<CommissionRow>> {
    return readCommissions(this.sql_, filters, page)
  }

  /** Ledger entries, of the affiliates' accounts unless another is asked for. */
  readLedgerEntries(filters: LedgerFilters, page: PageRequest): Promise<PageOf<LedgerEntryRow>> {
    return readLedgerEntries(this.sql_, filters, page)
  }

  /** Payouts, of any status. */
  readPayouts(filters: PayoutFilters, page: PageRequest): Promise<PageOf<PayoutRow>> {
    return readPayouts(this.sql_, filters, page)
  }

  /** One page, by key, of payouts for the merchant's books, newest first. */
  readListedPayouts(filters: PayoutFilters, page: ListPage): Promise<ListedPayout[]> {
    return readListedPayouts(this.sql_, filters, page)
  }

  /** Payouts on their way by a method, with the whole payout details, for a file only: the first `limit` of them. */
  readPayoutsToSend(method: string, filters: PayoutFilters, limit: number): Promise<PayoutToSend[]> {
    return readPayoutsToSend(this.sql_, method, filters, limit)
  }

  /** Months with their totals, every program's current one included. */
  readPeriods(filters: PeriodFilters, now: Date, page: PageRequest): Promise<PageOf<PeriodRow>> {
    return readPeriods(this.sql_, filters, now, page)
  }

  /** One month, figure by figure: what the close wrote, or would write now. Null when there is no such program. */
  readPeriod(programId: string, period: string): Promise<PeriodDetail | null> {
    return readPeriod(this.sql_, programId, period)
  }

  /** Everything about any order: decisions, evidence, what it earned and what became of that. Null when there is no such order. */
  explainOrder(orderId: string): Promise<OrderExplanation | null> {
    return explainOrder(this.sql_, orderId)
  }

  /** @throws InvalidInput naming `from` or `to`. */
  async readStatistics(filters: StatisticsFilters, query: StatisticsQuery, now: Date): Promise<Statistics> {
    const range = statisticsRange(query, await statisticsTimezone(this.sql_, filters), now)
    return { ...range, buckets: await readStatistics(this.sql_, filters, range) }
  }

  /** One page, by key, of the registered customers who may join a program and are not in it. */
  readCustomersToEnroll(asked: CustomersToEnroll): Promise<string[]> {
    return readCustomersToEnroll(this.sql_, asked)
  }

  /** One page, by key, of what affiliates are to be told and were not yet. */
  readNotices(asked: NoticesAsked): Promise<NoticesPage> {
    return readNotices(this.sql_, asked)
  }

  /** Customers with the groups they are in. */
  readCustomers(ids: string[]): Promise<KnownCustomer[]> {
    return readCustomers(this.sql_, ids)
  }

  /** Proves the ledger's invariants over the whole database, reading only, and names every exception. Slow in a large store. */
  runDoctor(now: Date): Promise<DoctorReport> {
    return runDoctor(this.sql_, now)
  }

  /** Whether the store knows a currency. */
  async isCurrency(currencyCode: string): Promise<boolean> {
    return (await unknownIds(this.sql_, "currency", [currencyCode])).length === 0
  }
}
