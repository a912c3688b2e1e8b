import { DateTime } from "luxon"

import type { ReferenceOrder, Rules, Touch } from "./reference-order"
import type { Source } from "./reference-rules"
import type { ReferenceTiers } from "./reference-tiers"
import { Versions } from "./versions"

/** What an order is decided by, as it held when the order was placed. */
export interface Terms extends Rules {
  status: "active" | "paused"
  /** The first two shoppers are referrals since years, so any period of theirs is over. */
  referralMonths: 12 | null
  /** The sales channels the program is bound to; null: all. */
  channels: number[] | null
  tiers: ReferenceTiers | null
  /** The most that an affiliate's month may earn, by currency. */
  monthLimits: Record<string, string> | null
  /** What a new customer brings beside, by currency. */
  customerBonuses: Record<string, string> | null
  /** What an affiliate's first month brings beside, by currency. */
  welcomeBonuses: Record<string, string> | null
  /** The most that all affiliates' months together may earn, by currency. */
  budgets: Record<string, string> | null
}

export interface Decision {
  affiliate: number | null
  source: Source
  rules: Rules
  byHand: boolean
}

interface Referral {
  shopper: number
  affiliate: number
  from: Date
  until: Date | null
  byHand: boolean
  source: Source
}

const LONG_AGO = new Date("2010-01-01")
const byPlacement = (a: ReferenceOrder, b: ReferenceOrder): number => a.placed_at.getTime() - b.placed_at.getTime()
const isExpired = (from: Date, { referralMonths }: Terms, at: Date): boolean =>
  referralMonths !== null && at >= DateTime.fromJSDate(from, { zone: "utc" }).plus({ months: referralMonths }).toJSDate()

/** Who gets an order, decided one by one: a code on the first order, then a referral, then a link on the first order. */
export class ReferenceAttribution {
  readonly orders: ReferenceOrder[] = []
  readonly terms: Versions<Terms>
  /** Whether each affiliate is suspended. */
  readonly suspended = [new Versions(false), new Versions(false)]
  /** The shoppers whose account was deleted; their orders as a guest are found as before. */
  readonly withoutAccount = new Set<number>()
  private readonly referrals: Referral[] = [0, 1].map((n) => ({
    shopper: n,
    affiliate: n,
    from: LONG_AGO,
    until: null,
    byHand: false,
    source: "link" as const,
  }))
  private readonly decisions = new Map<ReferenceOrder, Decision>()
  /** The orders that were the first of their customer, as far as was known when they were first decided. */
  readonly newCustomers = new Set<ReferenceOrder>()

  constructor(terms: Terms) {
    this.terms = new Versions(terms)
  }

  decisionOf = (order: ReferenceOrder): Decision | undefined => this.decisions.get(order)

  /** Decides orders that are undecided, and earlier ones of their persons, oldest first. @returns those it decided. */
  decide(requested: ReferenceOrder[]): ReferenceOrder[] {
    const undecided = requested.filter((order) => !this.decisions.has(order))
    const found = this.orders.filter(
      (order) =>
        !this.decisions.has(order) &&
        undecided.some((later) => order === later || (order.placed_at <= later.placed_at && this.isFound(order, later)))
    )
    const firsts = this.firstOrders(found)
    for (const order of firsts) this.newCustomers.add(order)
    for (const order of found.sort(byPlacement)) {
      const { affiliate, referral, source } = this.judge(order, firsts.has(order))
      if (referral) this.make(referral, this.heldReferrals(order))
      this.decisions.set(order, { affiliate, source, byHand: false, rules: this.terms.at(order.placed_at) })
    }
    return found
  }

  /** Gives an order away by hand. @returns whether that is new. */
  reassign(order: ReferenceOrder, affiliate: number | null): boolean {
    if (this.decisions.get(order)?.affiliate === affiliate) return false
    this.decisions.set(order, { affiliate, source: "manual", byHand: true, rules: this.terms.at(order.placed_at) })
    return true
  }

  /** Sets by hand who refers a shopper, from an instant on. @returns the orders that are decided again. */
  refer(shopper: number, affiliate: number | null, from: Date, now: Date): ReferenceOrder[] {
    const own = this.referrals.filter((referral) => referral.shopper === shopper)
    const current = own.filter(({ until }) => until === null)
    if (affiliate === null) {
      for (const referral of current) referral.until = now
      return []
    }
    const [only] = current
    if (only?.affiliate === affiliate && current.length === 1 && !isExpired(only.from, this.terms.latest, now)) return []
    for (const referral of own) {
      if (referral.until === null || referral.until > from) referral.until = referral.from > from ? referral.from : from
    }
    this.referrals.push({ shopper, affiliate, from, until: null, byHand: true, source: "manual" })

    const hasAccount = !this.withoutAccount.has(shopper)
    const again = this.orders.filter(
      (order) => order.shopper === shopper && this.countsSince(order, from) && (this.decisions.has(order) || !order.account || hasAccount)
    )
    const firsts = this.firstOrders(again)
    for (const order of again) {
      const decided = this.decisions.get(order)
      const { affiliate: earner, source } = this.judge(order, firsts.has(order))
      if (decided?.byHand || (decided && decided.affiliate === earner)) continue
      if (!decided && firsts.has(order)) this.newCustomers.add(order)
      this.decisions.set(order, { affiliate: earner, source, byHand: false, rules: this.terms.at(order.placed_at) })
    }
    return again
  }

  /** Whether nothing is known by now that the shopper ordered before. */
  isFirst = (order: ReferenceOrder): boolean => this.firstOrders([order]).has(order)

  private judge(order: ReferenceOrder, isFirst: boolean): { affiliate: number | null; referral: Referral | null; source: Source } {
    const { placed_at, touch, shopper } = order
    const terms = this.terms.at(placed_at)
    const nobody = { affiliate: null, referral: null, source: "link" as const }
    if (terms.status !== "active" || (terms.channels && !terms.channels.includes(order.channel))) return nobody
    const isActive = (affiliate: number): boolean => !this.suspended[affiliate]!.at(placed_at)
    const held = this.heldReferrals(order)
    const unexpired = held.filter(({ from }) => !isExpired(from, terms, placed_at))
    const referral = unexpired.filter(({ affiliate }) => isActive(affiliate)).at(-1)
    const touched = touch && isFirst && isActive(touch.affiliate) ? touch : null
    const sourceOf = ({ by }: Touch): Source => (by === "link" ? "link" : "promo_code")
    const byTouch = (touch: Touch) => ({
      affiliate: touch.affiliate,
      source: sourceOf(touch),
      referral: unexpired.some((known) => known.affiliate === touch.affiliate)
        ? null
        : { shopper, affiliate: touch.affiliate, from: placed_at, until: null, byHand: false, source: sourceOf(touch) },
    })
    if (touched && touched.by !== "link") return byTouch(touched)
    if (referral) return { affiliate: referral.affiliate, referral: null, source: referral.source }
    return touched && held.length === 0 ? byTouch(touched) : nobody
  }

  /** A new referral ends the present ones, and is over when a later one has begun already. */
  private make(referral: Referral, replaced: Referral[]): void {
    for (const former of replaced) former.until ??= referral.from
    const later = this.referrals
      .filter((other) => other.shopper === referral.shopper && !replaced.includes(other) && other.from >= referral.from)
      .map(({ from }) => from.getTime())
    this.referrals.push({ ...referral, until: later.length > 0 ? new Date(Math.min(...later)) : null })
  }

  /** The shopper's referrals at an order's placement, the latest last. One that was set by hand holds for a payment of its time. */
  private heldReferrals(order: ReferenceOrder): Referral[] {
    return this.referrals
      .filter(({ shopper, from, until, byHand }) => {
        const at = byHand && from > order.placed_at && this.isCaptured(order) ? firstPaid(order) : order.placed_at.getTime()
        return shopper === order.shopper && from.getTime() <= at && (until === null || until.getTime() > at)
      })
      .sort((a, b) => a.from.getTime() - b.from.getTime())
  }

  private countsSince = (order: ReferenceOrder, since: Date): boolean =>
    order.placed_at >= since || (this.isCaptured(order) && firstPaid(order) >= since.getTime())

  private isCaptured = ({ placed_at }: ReferenceOrder): boolean => this.terms.at(placed_at).basis === "captured"

  /** Of these orders the persons' first ones, as far as their earlier ones are known by now. */
  private firstOrders(orders: ReferenceOrder[]): Set<ReferenceOrder> {
    const isKnown = (earlier: ReferenceOrder, order: ReferenceOrder) =>
      this.isFound(earlier, order) || (earlier.shopper === order.shopper && this.decisions.has(earlier))
    const isFirst = (order: ReferenceOrder) =>
      !this.orders.some((earlier) => earlier.placed_at < order.placed_at && !earlier.canceled_at && isKnown(earlier, order))
    return new Set(orders.filter(isFirst))
  }

  /** Whether an order is found as one of the person of another one: Medusa's deleted customers are not. */
  private isFound = (order: ReferenceOrder, other: ReferenceOrder): boolean =>
    order.shopper === other.shopper && (order.account === other.account || !order.account || !this.withoutAccount.has(order.shopper))
}

const firstPaid = ({ payments }: ReferenceOrder): number => Math.min(Infinity, ...payments.map(({ at }) => at.getTime()))
