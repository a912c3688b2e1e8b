import type { BillingDetails } from "../../../domain/affiliates/billing-details"
import type { Database } from "../database/database"
import type { PageOf, PageRequest } from "../database/page"
import type { Change } from "../database/undo-change"
import { readBillingDetails, restoreBillingDetails, updateBillingDetails } from "./billing-details"
import { listCustomersToEnroll, type CustomersToEnroll } from "./customers-to-enroll"
import { enrollAffiliates, type Enrollment, type EnrollmentOutcome } from "./enroll-affiliates"
import { exportAffiliates } from "./export-affiliates"
import type { FigureRange } from "./figures"
import { groups } from "./groups/methods"
import { handOverGuests } from "./hand-over-guests"
import {
  listAffiliates,
  listAffiliatesWithFigures,
  type AffiliateFilters,
  type AffiliateRow,
  type AffiliateRowWithFigures,
} from "./list-affiliates"
import { listVersions, type AffiliateVersion } from "./list-versions"
import { listNotes, writeNote, type NewNote, type NoteFilters, type NoteRow } from "./notes"
import { listProgramsFor, readPublicTerms, type ProgramTerms, type PublicTerms } from "./programs-for-customer"
import { removeAffiliates } from "./remove-affiliates"
import { updateAffiliate, restoreAffiliate, type AffiliateChange, type AffiliateSettings } from "./update-affiliate"
import {
  restoreAffiliates,
  updateAffiliates,
  type AffiliateChangeOutcome,
  type AffiliatesChange,
  type ChangedAffiliate,
} from "./update-affiliates"
import { listWithoutAccount, type WithoutAccount } from "./without-account"

/** Customers enrolled in programs. Every write is one transaction. */
export const affiliates = (db: Database) => ({
  groups: groups(db),

  /** Affiliates with customer, program, link and promo codes. */
  list(filters: AffiliateFilters, page: PageRequest): Promise<PageOf<AffiliateRow>> {
    return listAffiliates(db.sql, filters, page)
  },

  /** The same with what each did in a range, by which the list can be sorted too. */
  listWithFigures(filters: AffiliateFilters, page: PageRequest, range: FigureRange): Promise<PageOf<AffiliateRowWithFigures>> {
    return listAffiliatesWithFigures(db.sql, filters, page, range)
  },

  /** Every affiliate that the filters find, page by page; with figures where there is a range. */
  export(filters: AffiliateFilters, range: FigureRange | null): AsyncGenerator<AffiliateRowWithFigures[]> {
    return exportAffiliates(db.sql, filters, range)
  },

  /** The running programs a customer may join without an admin, and those they have joined. */
  listProgramsFor(customerId: string, now: Date): Promise<ProgramTerms[]> {
    return listProgramsFor(db.sql, customerId, now)
  },

  /** The terms of a running program that every customer may join: of that handle, or the only one. Null where there is none. */
  retrievePublicTerms(handle: string | undefined, now: Date): Promise<{ terms: PublicTerms; sales_channel_ids: string[] } | null> {
    return readPublicTerms(db.sql, handle, now)
  },

  /** One page, by key, of the registered customers who may join a program and are not in it. */
  listCustomersToEnroll(query: CustomersToEnroll): Promise<string[]> {
    return listCustomersToEnroll(db.sql, query)
  },

  /** Makes customers affiliates of a program; customers who are affiliates already stay what they are. */
  enroll(enrollment: Enrollment): Promise<EnrollmentOutcome[]> {
    return db.transaction((sql) => enrollAffiliates(sql, enrollment))
  },

  /** Undoes `enroll`. */
  remove(ids: string[]): Promise<void> {
    return db.transaction((sql) => removeAffiliates(sql, ids))
  },

  /** @throws InvalidInput naming the field. */
  update(change: AffiliateChange): Promise<Change<AffiliateSettings>> {
    return db.transaction((sql) => updateAffiliate(sql, change))
  },

  /** Undoes `update`, and nothing that others have changed since. */
  restore(change: Change<AffiliateSettings>): Promise<void> {
    return db.transaction((sql) => restoreAffiliate(sql, change))
  },

  /** The same change of many: those who cannot change are left as they are, and the outcomes say why. @throws InvalidInput naming the field. */
  updateMany(change: AffiliatesChange): Promise<AffiliateChangeOutcome[]> {
    return db.transaction((sql) => updateAffiliates(sql, change))
  },

  /** Undoes `updateMany`, and nothing that others have changed since. */
  restoreMany(changed: ChangedAffiliate[]): Promise<void> {
    return db.transaction((sql) => restoreAffiliates(sql, changed))
  },

  /** Affiliates who are active or waiting although their customer account was deleted. */
  listWithoutAccount(customerIds?: string[]): Promise<WithoutAccount[]> {
    return listWithoutAccount(db.sql, customerIds)
  },

  /** Gives affiliates of guests the accounts that were registered with their e-mails: of these customers, or of all. */
  handOverGuests(customerIds?: string[]): Promise<void> {
    return db.transaction((sql) => handOverGuests(sql, customerIds))
  },

  /** Status and rate through time, the newest first. */
  listVersions(affiliateId: string): Promise<AffiliateVersion[]> {
    return listVersions(db.sql, affiliateId)
  },

  listNotes(filters: NoteFilters, page: PageRequest): Promise<PageOf<NoteRow>> {
    return listNotes(db.sql, filters, page)
  },

  /** @returns the note's id. @throws InvalidInput naming `text`, NOT_FOUND. */
  writeNote(note: NewNote): Promise<string> {
    return db.transaction((sql) => writeNote(sql, note))
  },

  /** @throws NOT_FOUND */
  retrieveBillingDetails(affiliateId: string): Promise<BillingDetails> {
    return readBillingDetails(db.sql, affiliateId)
  },

  /** @returns the details before and after. @throws InvalidInput naming the field, NOT_FOUND. */
  updateBillingDetails(affiliateId: string, input: Record<string, unknown>): Promise<Change<BillingDetails>> {
    return db.transaction((sql) => updateBillingDetails(sql, affiliateId, input))
  },

  /** Undoes `updateBillingDetails`, and nothing that others have changed since. */
  restoreBillingDetails(affiliateId: string, change: Change<BillingDetails>): Promise<void> {
    return db.transaction((sql) => restoreBillingDetails(sql, affiliateId, change))
  },
})
