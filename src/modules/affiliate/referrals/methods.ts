import { verifyClickToken } from "../../../domain/clicks/click-token"
import type { ListedReferral } from "../../../domain/referrals/referral-list"
import type { CreatedReferral } from "../attribution/attribute-orders"
import type { TokenKeys } from "../clicks/token-keys"
import { timeOf, type GivenTime } from "../database/clock"
import type { Database } from "../database/database"
import type { PageOf, PageRequest } from "../database/page"
import { AT_CHECKOUT } from "../database/transaction"
import type { Orders } from "../orders/methods"
import { learnAccounts } from "./learn-accounts"
import { exportReferrals } from "./export-referrals"
import { listOwnReferrals, type OwnReferralFilters, type OwnReferralRow } from "./list-own-referrals"
import { listReferrals, type ReferralFilters, type ReferralRow } from "./list-referrals"
import { referCustomer, type Registration } from "./refer-customer"
import { setReferrer, type ReferrerChange } from "./set-referrer"

/** Which customers were brought by which affiliates. */
export const referrals = (db: Database, keys: () => TokenKeys, orders: Pick<Orders, "record">) => ({
  /** Referrals, current and ended. */
  list(filters: ReferralFilters, page: PageRequest): Promise<PageOf<ReferralRow>> {
    return listReferrals(db.sql, filters, page)
  },

  /** All pages of the list, for a file. */
  export(filters: ReferralFilters): AsyncGenerator<ListedReferral[]> {
    return exportReferrals(db.sql, filters)
  },

  /** An affiliate's referrals as they may see them. */
  listOwn(affiliateId: string, page: PageRequest, filters: OwnReferralFilters = {}): Promise<PageOf<OwnReferralRow>> {
    return listOwnReferrals(db.sql, { ...filters, affiliate_id: affiliateId }, page)
  },

  /** Makes a registering visitor the referral of the affiliate whose token they brought. Null when the token creates none. */
  referCustomer(token: unknown, registration: Omit<Registration, "click_id">): Promise<CreatedReferral | null> {
    const click = verifyClickToken(token, keys(), registration.now)
    if (!click) return Promise.resolve(null)
    return db.transaction((sql) => referCustomer(sql, { ...registration, click_id: click.click_id }), AT_CHECKOUT)
  },

  /** Gives guests' referrals the accounts that were registered with their e-mails: of these customers, or of all. */
  learnAccounts(customerIds?: string[]): Promise<void> {
    return db.transaction((sql) => learnAccounts(sql, customerIds))
  },

  /**
   * Refers a customer to an affiliate by hand, or ends their referrals; their orders of open periods are decided again.
   *
   * @returns the referral that was created.
   */
  async setReferrer({ now: given, ...referrer }: GivenTime<ReferrerChange>): Promise<CreatedReferral | null> {
    const change = { ...referrer, now: await timeOf(db.sql, given) }
    const { order_ids, referrals } = await db.transaction((sql) => setReferrer(sql, change))
    if (order_ids.length > 0) await orders.record(order_ids, change.now)
    return referrals[0] ?? null
  },
})
