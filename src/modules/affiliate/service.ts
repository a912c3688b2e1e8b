import { createHmac } from "node:crypto"

import { configManager } from "@medusajs/framework/config"
import type { DAL, Logger } from "@medusajs/framework/types"

import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { verifyClickToken, type TokenKey } from "../../domain/clicks/click-token"
import { CartRefused } from "../../domain/errors"
import type { LandingPage } from "../../domain/clicks/landing"
import { adjustBalance, type NewAdjustment } from "./ledger/adjust-balance"
import {
  addCartCodes,
  attributeCart,
  decideCart,
  keepCartCodes,
  removeCartCodes,
  restoreCartCodes,
  standingOf,
  type CartStanding,
} from "./attribution/attribute-cart"
import type { MadeReferral } from "./attribution/attribute-orders"
import { listChangedOrderIds, listGoneOrderIds, reconcileSince } from "./orders/changed-orders"
import { ClickCapture, type CapturedClick } from "./clicks/capture"
import { findPromoCodes, findPromoCodesByPromotion, type FoundPromoCode } from "./promo-codes/find-promo-codes"
import { claimFirstOrder, isFirstOrder, releaseFirstOrder, type Shopper } from "./attribution/first-order"
import { inTransaction } from "./database/transaction"
import { listQuarantinedOrderIds } from "./orders/quarantine"
import { readBalances, type Balance } from "./ledger/read-balances"
import { reassignOrder, type Reassignment } from "./orders/reassign-order"
import { recordOrders, type RecordedOrders } from "./orders/record-orders"
import { tieCustomer, type Registration } from "./referrals/refer-customer"
import { parseOptions, type AffiliateOptions } from "./options"
import { PAYOUT_METHODS, type PayoutMethods } from "./payouts/providers/methods"
import { AffiliateStatements } from "./service-statements"
import type { Sql } from "./database/connection"

interface Dependencies {
  baseRepository: DAL.RepositoryService<SqlEntityManager>
  logger: Logger
  [PAYOUT_METHODS]: PayoutMethods
}

/** What is done on the shopper's way to checkout waits this long for a lock, and then the shop goes on without us. */
const CHECKOUT_PATIENCE = { patience_ms: 1000 }

/** The module's face: every method is one transaction or one read; the work is in `operations/`. */
export default class AffiliateModuleService extends AffiliateStatements {
  protected readonly repository_: DAL.RepositoryService<SqlEntityManager>
  protected readonly logger_: Logger
  protected readonly clicks_: ClickCapture
  protected readonly dependencies_: Dependencies
  readonly options: AffiliateOptions

  constructor(dependencies: Dependencies, options?: Record<string, unknown>) {
    // eslint-disable-next-line prefer-rest-params -- MedusaService reads its dependencies from the arguments.
    super(...arguments)
    this.dependencies_ = dependencies
    this.repository_ = dependencies.baseRepository
    this.logger_ = dependencies.logger
    this.options = parseOptions(options)
    this.clicks_ = new ClickCapture(
      () => this.sql_,
      () => this.tokenKeys_(),
      (error) => dependencies.logger.error(`affiliate: a click was not recorded: ${String(error)}`)
    )
  }

  /** Records a visit that carried an affiliate's code and answers, after the commit, with the click's signed token. Never throws. */
  captureClick(page: LandingPage, now: Date): Promise<CapturedClick> {
    return this.clicks_.capture(page, now)
  }

  /** Call it when a program changed: clicks of this process see the change at once, other processes within a second. */
  forgetLandingPrograms(): Promise<void> {
    this.clicks_.forgetPrograms()
    return Promise.resolve()
  }

  /** Whether a text is a click's token of ours, unaltered and not expired. */
  isClickToken(token: unknown, now: Date): boolean {
    return verifyClickToken(token, this.tokenKeys_(), now) !== null
  }

  /**
   * Puts a click, by its token, on a cart.
   *
   * @throws CartRefused with the reason; nothing is written then.
   */
  attributeCartByToken(cartId: string, token: unknown, now: Date): Promise<CartStanding | null> {
    const click = verifyClickToken(token, this.tokenKeys_(), now)
    if (!click) return Promise.reject(new CartRefused("invalid_token"))
    const evidence = { source: "link", source_id: click.click_id } as const
    return inTransaction(this.repository_, (sql) => attributeCart(sql, cartId, evidence, now), CHECKOUT_PATIENCE)
  }

  /**
   * Puts a promo code on a cart.
   *
   * @throws CartRefused with the reason; nothing is written then.
   */
  attributeCartByCode(cartId: string, promoCodeId: string, now: Date): Promise<CartStanding | null> {
    const evidence = { source: "promo_code", source_id: promoCodeId } as const
    return inTransaction(this.repository_, (sql) => attributeCart(sql, cartId, evidence, now), CHECKOUT_PATIENCE)
  }

  /**
   * Puts promo codes on a cart, all of them or none, and gives the codes that were there before.
   *
   * @throws CartRefused with the reason and the code's id; nothing is written then.
   */
  addCartCodes(cartId: string, promoCodeIds: string[], options: { replace: boolean }, now: Date): Promise<string[]> {
    return inTransaction(this.repository_, (sql) => addCartCodes(sql, cartId, promoCodeIds, options, now), CHECKOUT_PATIENCE)
  }

  /** Gives a cart the promo codes back that it had before. */
  restoreCartCodes(cartId: string, promoCodeIds: string[], now: Date): Promise<void> {
    return inTransaction(this.repository_, (sql) => restoreCartCodes(sql, cartId, promoCodeIds, now), CHECKOUT_PATIENCE)
  }

  /** Takes all promo codes off a cart but these. */
  keepCartCodes(cartId: string, promoCodeIds: string[], now: Date): Promise<void> {
    return inTransaction(this.repository_, (sql) => keepCartCodes(sql, cartId, promoCodeIds, now), CHECKOUT_PATIENCE)
  }

  /** Takes promo codes off a cart. */
  removeCartCodes(cartId: string, promoCodeIds: string[], now: Date): Promise<void> {
    return inTransaction(this.repository_, (sql) => removeCartCodes(sql, cartId, promoCodeIds, now), CHECKOUT_PATIENCE)
  }

  /** Who would get the order if the cart were placed now. */
  async readCartStanding(cartId: string, now: Date): Promise<CartStanding | null> {
    return standingOf(await decideCart(this.sql_, cartId, now))
  }

  /** Which of the typed codes are affiliates' codes, in any letter case. */
  findPromoCodes(typed: string[]): Promise<FoundPromoCode[]> {
    return inTransaction(this.repository_, (sql) => findPromoCodes(sql, typed), CHECKOUT_PATIENCE)
  }

  /** Makes a registering visitor the referral of the affiliate whose token he brought. Null when there is no tie to make. */
  tieCustomer(token: unknown, registration: Omit<Registration, "click_id">): Promise<MadeReferral | null> {
    const click = verifyClickToken(token, this.tokenKeys_(), registration.now)
    if (!click) return Promise.resolve(null)
    return inTransaction(this.repository_, (sql) => tieCustomer(sql, { ...registration, click_id: click.click_id }), CHECKOUT_PATIENCE)
  }

  /** Whether the shopper has no earlier order than the one this cart becomes. */
  isFirstOrder(cartId: string, shopper: Shopper): Promise<boolean> {
    return inTransaction(this.repository_, (sql) => isFirstOrder(sql, cartId, shopper), CHECKOUT_PATIENCE)
  }

  /**
   * Lets one cart of a shopper complete with an affiliate code's discount; a cart without one needs nothing.
   *
   * @throws FirstOrderTaken naming the code that must not be used again.
   */
  claimFirstOrder(cartId: string, shopper: Shopper, promotionIds: string[], now: Date): Promise<void> {
    return inTransaction(
      this.repository_,
      async (sql) => {
        const [promoCode] = await findPromoCodesByPromotion(sql, promotionIds)
        if (promoCode) await claimFirstOrder(sql, cartId, shopper, promoCode.code, now)
      },
      CHECKOUT_PATIENCE
    )
  }

  /** Gives the claim back after a completion that failed. */
  releaseFirstOrder(cartId: string): Promise<void> {
    return inTransaction(this.repository_, (sql) => releaseFirstOrder(sql, cartId), CHECKOUT_PATIENCE)
  }

  /** Decides who gets the given orders and brings their commissions up to date. Repeating it changes nothing. */
  async recordOrders(orderIds: string[], now: Date): Promise<RecordedOrders> {
    const recorded = await recordOrders((work) => inTransaction(this.repository_, work), orderIds, now)
    for (const { order_id, error } of recorded.quarantined) this.logger_.error(`affiliate: order ${order_id} cannot be recorded: ${error}`)
    return recorded
  }

  /** The orders that could not be recorded and wait for it. */
  listQuarantinedOrderIds(): Promise<string[]> {
    return listQuarantinedOrderIds(this.sql_)
  }

  /** Gives an order to another affiliate, or to nobody, by hand. @returns the ties that deciding it made. */
  async reassignOrder(change: Reassignment): Promise<MadeReferral[]> {
    const { order_ids, referrals } = await inTransaction(this.repository_, (sql) => reassignOrder(sql, change))
    if (order_ids.length > 0) await this.recordOrders(order_ids, change.now)
    return referrals
  }

  /** One page, by key, of the orders that changed since an instant. */
  listChangedOrderIds(since: Date, after: string, limit: number): Promise<string[]> {
    return listChangedOrderIds(this.sql_, since, after, limit)
  }

  /** One page, by key, of the orders that still earn and are gone: in open and just closed months, or in all. */
  listGoneOrderIds(full: boolean, after: string, limit: number): Promise<string[]> {
    return listGoneOrderIds(this.sql_, full, after, limit)
  }

  /** From when the next reconciliation has to look; null while there is no program. */
  reconcileSince(): Promise<Date | null> {
    return reconcileSince(this.sql_)
  }

  /** Balances by affiliate id, per currency, in one statement. */
  readBalances(affiliateIds: string[], now: Date): Promise<Map<string, Balance[]>> {
    return readBalances(this.sql_, affiliateIds, now)
  }

  /** @returns the adjustment's id. */
  adjustBalance(adjustment: NewAdjustment): Promise<string> {
    return inTransaction(this.repository_, (sql) => adjustBalance(sql, adjustment))
  }

  /** Read when it is asked for: the loader that collects them runs after this service is registered. */
  get payoutMethods(): PayoutMethods {
    return this.dependencies_[PAYOUT_METHODS]
  }

  /** A connection for reads outside a transaction. */
  protected get sql_(): Sql {
    return this.repository_.getFreshManager<SqlEntityManager>().getKnex() as unknown as Sql
  }

  /** Resolved at use, because a store's configuration is loaded after its modules are defined. */
  protected tokenKeys_(): [TokenKey, ...TokenKey[]] {
    const [first, ...others] = this.options.token_keys ?? []
    if (first) return [first, ...others]
    const { jwtSecret } = configManager.config.projectConfig.http
    const secret = createHmac("sha256", jwtSecret as string)
      .update("medusa-plugin-affiliate click token")
      .digest("base64url")
    return [{ id: "store", secret }]
  }
}
