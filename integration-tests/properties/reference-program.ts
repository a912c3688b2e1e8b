import { DateTime } from "luxon"

import { Fraction } from "./fraction"
import { ReferenceAttribution, type Decision, type Terms } from "./reference-attribution"
import { digitsOf, placedValue, worthOf, type FoundRules, type ReferenceOrder, type Worth } from "./reference-order"
import { isWithin, raiseOf } from "./reference-tiers"
import { firstRule, type DecisionFacts, type OrderFacts, type ReferenceRule } from "./reference-rules"

export interface ReferenceSettings extends Terms {
  timezone: string
  holdDays: number
}

/** What one order, or one change of it, earned. */
export interface ReferenceCommission extends Worth {
  order: ReferenceOrder
  decision: Decision
  affiliate: number
  period: string
  corrects: string | null
  at: Date
}

/** What tiers, bonuses, the limit or the budget changed about a month, at a close. */
export interface ReferenceMonthRow {
  period: string
  home: string
  affiliate: number
  currency: string
  kind: "tier" | "new_customer" | "welcome" | "limit" | "budget"
  amount: Fraction
}

/** What an affiliate's month is worth before the budget. */
interface WorthMonth extends Pick<ReferenceMonthRow, "home" | "affiliate" | "currency"> {
  worth: Fraction
}

export interface ReferenceLine {
  period: string
  affiliate: number
  currency: string
  expense: Fraction
  amount: Fraction
  rows: number
  withheld: boolean
  /** Whether this month itself decided so, for the orders of its own. */
  judged: boolean
}

/** What was written down about an order when it was recorded under rules. */
interface Kept {
  facts: OrderFacts
  of: DecisionFacts
  decision: Decision
  /** By line; `null` is shipping. */
  rules: Map<string | null, ReferenceRule | null>
  products: Map<string | null, number | null | undefined>
}

interface Posting {
  affiliate: number
  currency: string
  amount: Fraction
  availableAt: Date
  /** The month whose close posted it; none of other postings. */
  month?: string
}

/** When every program was created. */
export const CREATED = new Date("2010-01-01")
const lastOf = (times: Date[]): Date | undefined =>
  times.reduce<Date | undefined>((last, at) => (last && last >= at ? last : at), undefined)

/** The books of one program, kept by hand: rows, months and balances, one order after the other. Affiliates are numbers, 0 and 1. */
export class ReferenceProgram {
  readonly commissions: ReferenceCommission[] = []
  readonly lines: ReferenceLine[] = []
  readonly monthRows: ReferenceMonthRow[] = []
  private lastClosed = ""
  readonly postings: Posting[] = []
  readonly attribution: ReferenceAttribution
  /** The affiliates in the group that the program forbids, while there is that group. */
  readonly members = [false, false]
  isGroupDeleted = false
  /** The affiliates in the group of the program's rules, and the shoppers in theirs. */
  readonly vips = new Set<number>()
  readonly wholesalers = new Set<number>()
  private readonly kept = new Map<ReferenceOrder, Kept>()
  /** The affiliates whose account was deleted. */
  readonly withoutAccount = new Set<number>()

  constructor(readonly settings: ReferenceSettings) {
    this.attribution = new ReferenceAttribution(settings)
  }

  private isForbidden = (affiliate: number): boolean => this.members[affiliate]! && !this.isGroupDeleted

  monthOf = (at: Date): string =>
    new Intl.DateTimeFormat("sv", { timeZone: this.settings.timezone, year: "numeric", month: "2-digit" }).format(at)

  /** Decides orders, with their persons' earlier ones, and brings their rows up to what they are worth. */
  record(orders: ReferenceOrder[], now: Date): void {
    for (const order of new Set([...orders, ...this.attribution.decide(orders)])) this.append(order, now)
  }

  /** Gives an order away by hand. The same affiliate again changes nothing: a lost event stays lost. @returns whether the order is recorded now. */
  reassign(order: ReferenceOrder, affiliate: number | null, now: Date): boolean {
    const decided = this.attribution.decide([order])
    const isNew = this.attribution.reassign(order, affiliate)
    for (const one of new Set([...(isNew ? [order] : []), ...decided])) this.append(one, now)
    return isNew || decided.includes(order)
  }

  /** Sets by hand who refers a shopper, from the first open month on. */
  refer(shopper: number, affiliate: number | null, now: Date): void {
    const first = this.lastClosed ? this.monthAfter(this.lastClosed) : this.monthOf(CREATED)
    for (const order of this.attribution.refer(shopper, affiliate, this.startOf(first), now)) this.append(order, now)
  }

  private append(order: ReferenceOrder, now: Date): void {
    const decision = this.attribution.decisionOf(order)!
    const found = this.findRules(order, decision)
    const own = this.commissions.filter((row) => row.order === order)
    const earners = [...new Set([...own.map(({ affiliate }) => affiliate), ...(decision.affiliate === null ? [] : [decision.affiliate])])]
    const differences = earners.flatMap((affiliate) => {
      const recorded = own.filter((row) => row.affiliate === affiliate)
      const target =
        affiliate === decision.affiliate ? worthOf(order, decision.rules, found) : { expense: Fraction.zero, amount: Fraction.zero }
      const expense = target.expense.minus(Fraction.sum(recorded.map((row) => row.expense)))
      const amount = target.amount.minus(Fraction.sum(recorded.map((row) => row.amount)))
      if (expense.isZero && amount.isZero) return []
      const moved = own.length > 0 && (affiliate !== decision.affiliate || recorded.at(-1)?.decision !== decision)
      return [
        {
          affiliate,
          decision,
          expense,
          amount,
          at: this.happenedAt(order, own, { moved, isGain: !expense.isZero && !expense.isNegative }, now),
        },
      ]
    })
    for (const { at, ...difference } of differences) {
      const natural = this.monthOf(at)
      const period = this.isClosed(natural) ? this.monthAfter(this.lastClosed) : natural
      const pointed = this.followed(own.find((row) => row.affiliate === difference.affiliate)) ?? natural
      this.commissions.push({ order, ...difference, at, period, corrects: pointed === period ? null : pointed })
    }
  }

  /** The rule of each line: found once, with what was known then; again for another decision, about the same order. */
  private findRules(order: ReferenceOrder, decision: Decision): FoundRules {
    if (decision.affiliate === null || decision.rules.rules.length === 0) return new Map()
    const before = this.kept.get(order)
    const isSame = before?.decision === decision
    const facts = before?.facts ?? this.factsOf(order)
    const of = isSame ? before.of : { affiliate: decision.affiliate, vip: this.vips.has(decision.affiliate), source: decision.source }
    const products = new Map(before?.products ?? [[null, undefined]])
    for (const { id, product } of order.lines) products.set(id, product)
    const { includeTax, rules } = decision.rules
    const matched = new Map(
      [...products].map(([id, product]) => {
        const known = isSame ? before.rules.get(id) : undefined
        return [id, known === undefined ? firstRule(rules, product, { ...facts, includeTax, placedAt: order.placed_at }, of) : known]
      })
    )
    this.kept.set(order, { facts, of, decision, rules: matched, products })
    return matched
  }

  private factsOf = (order: ReferenceOrder): OrderFacts => ({
    ...{ currency: order.currency, channel: order.channel, country: order.country },
    ...{ isFirst: this.attribution.isFirst(order), wholesale: this.wholesalers.has(order.shopper), ...placedValue(order) },
  })

  /** A month older than a closed one counts as closed. */
  isClosed = (period: string): boolean => period <= this.lastClosed

  /** Months are closed in order; one without rows holds up no later one. */
  isWaiting = (period: string): boolean => this.commissions.some((row) => row.period < period && !this.isClosed(row.period))

  close(period: string): void {
    if (this.isClosed(period)) return
    const sums = new Map<string, ReferenceLine>()
    const monthRows = this.monthRowsOf(period)
    this.monthRows.push(...monthRows)
    const ofOrders = this.commissions
      .filter((row) => row.period === period)
      .map(({ order, ...row }) => ({ ...row, currency: order.currency, rows: 1 }))
    const ofMonths = monthRows.map((row) => ({
      ...row,
      ...{ expense: Fraction.zero, rows: 0, corrects: row.home === period ? null : row.home },
    }))
    for (const { currency, affiliate, expense, amount, corrects, rows } of [...ofOrders, ...ofMonths]) {
      const withheld = this.decidedBefore(corrects, affiliate, currency) ?? this.isForbidden(affiliate)
      const key = [affiliate, currency, withheld].join()
      const line = sums.get(key) ?? {
        period,
        affiliate,
        currency,
        expense: Fraction.zero,
        amount: Fraction.zero,
        rows: 0,
        withheld,
        judged: withheld === this.isForbidden(affiliate),
      }
      sums.set(key, { ...line, expense: line.expense.plus(expense), amount: line.amount.plus(amount), rows: line.rows + rows })
    }
    this.lastClosed = period
    this.lines.push(...sums.values())
    const availableAt = this.heldUntil(period)
    for (const { affiliate, currency, amount, withheld } of sums.values()) {
      if (!withheld) this.postings.push({ affiliate, currency, amount, availableAt, month: period })
    }
  }

  /**
   * What tiers, bonuses, limits and budgets make of all months at a close, less what they had made of them before. Every month is computed anew,
   * also where nothing can have changed.
   */
  private monthRowsOf(period: string): ReferenceMonthRow[] {
    const months = [0, 1].flatMap((affiliate) => this.worthMonthsOf(affiliate, period))
    return months.flatMap(({ parts, ...month }) => {
      const { home, affiliate, currency, worth } = month
      const budget = this.keptOf(month, months).minus(worth.atLeast(Fraction.zero))
      return [...parts, { kind: "budget" as const, amount: budget }]
        .map(({ kind, amount }) => ({ kind, amount: amount.minus(this.writtenOf(month, kind)) }))
        .filter(({ amount }) => !amount.isZero)
        .map((row) => ({ period, home, affiliate, currency, ...row }))
    })
  }

  /** What the budget leaves of a month: up to each affiliate their part of all is rounded, and the last one ends at the budget. */
  private keptOf({ home, currency, affiliate, worth }: WorthMonth, months: WorthMonth[]): Fraction {
    const all = months.filter((month) => month.home === home && month.currency === currency)
    const sumTo = (last: number): Fraction =>
      Fraction.sum(all.filter((month) => month.affiliate <= last).map((month) => month.worth.atLeast(Fraction.zero)))
    const total = sumTo(Infinity)
    const budget = this.termsOfMonth(home).budgets?.[currency]
    if (budget === undefined || !Fraction.of(budget).minus(total).isNegative) return worth.atLeast(Fraction.zero)
    const keptTo = (last: number): Fraction => Fraction.of(budget).times(sumTo(last)).over(total).rounded(digitsOf(currency))
    return keptTo(affiliate).minus(keptTo(affiliate - 1))
  }

  /** What closes have written for a month so far. */
  private writtenOf = ({ home, affiliate, currency }: Pick<ReferenceMonthRow, "home" | "affiliate" | "currency">, kind: string): Fraction =>
    Fraction.sum(
      this.monthRows
        .filter((row) => row.affiliate === affiliate && row.currency === currency && row.home === home && row.kind === kind)
        .map(({ amount }) => amount)
    )

  /** What an affiliate's months are worth after tiers, bonuses and limits. */
  private worthMonthsOf(affiliate: number, period: string): (WorthMonth & { parts: Pick<ReferenceMonthRow, "kind" | "amount">[] })[] {
    const own = this.commissions.filter((row) => row.affiliate === affiliate && row.period <= period)
    const homeOf = (row: ReferenceCommission): string => this.followed(own.find(({ order }) => order === row.order))!
    const first = this.firstOf(
      keptOrders(own).map((order) => ({ currency: order.currency, home: homeOf(own.find((row) => row.order === order)!) }))
    )
    return [...new Set(own.map(({ order }) => order.currency))].flatMap((currency) => {
      const earnings = own.filter((row) => row.order.currency === currency)
      return [...new Set(earnings.map(homeOf))].map((home) => {
        const { tiers, monthLimits, customerBonuses, welcomeBonuses } = this.termsOfMonth(home)
        const ofMonth = earnings.filter((row) => homeOf(row) === home)
        const earned = Fraction.sum(ofMonth.map(({ amount }) => amount))
        const measured = (isCounted: (month: string) => boolean): Fraction => {
          const counted = earnings.filter((row) => isCounted(homeOf(row)))
          if (tiers?.measure !== "orders") return Fraction.sum(counted.map(({ expense }) => expense))
          return Fraction.of(String(keptOrders(counted).length))
        }
        const month = {
          earned,
          before: measured((other) => other !== home && tiers !== null && isWithin(other, tiers.span, home)),
          own: measured((other) => other === home),
        }
        const due = tiers ? raiseOf(tiers, currency, month).rounded(digitsOf(currency)) : Fraction.zero
        const before = this.writtenOf({ home, affiliate, currency }, "tier")
        const tier = tiers?.afterRefund === "keep" && home < period ? due.atLeast(before) : due
        const newCustomers = keptOrders(ofMonth).filter((order) => this.attribution.newCustomers.has(order))
        const bonus = Fraction.sum(newCustomers.map(() => Fraction.of(customerBonuses?.[currency] ?? "0")))
        const isFirst = first?.home === home && first.currency === currency
        const welcome = Fraction.of((isFirst && welcomeBonuses?.[currency]) || "0")
        const whole = earned.plus(tier).plus(bonus).plus(welcome)
        const limit = monthLimits?.[currency]
        const over = limit === undefined ? Fraction.zero : whole.minus(Fraction.of(limit)).atLeast(Fraction.zero)
        const parts = [
          { kind: "tier" as const, amount: tier },
          { kind: "new_customer" as const, amount: bonus },
          { kind: "welcome" as const, amount: welcome },
          { kind: "limit" as const, amount: over.negated() },
        ]
        return { home, affiliate, currency, parts, worth: whole.minus(over) }
      })
    })
  }

  /** The first month with an order, in a currency that has a welcome bonus then, if any. */
  private firstOf(months: { currency: string; home: string }[]): { currency: string; home: string } | undefined {
    const [home] = months.map((month) => month.home).sort()
    const ofMonth = months.filter((month) => month.home === home).sort((a, b) => (a.currency < b.currency ? -1 : 1))
    return ofMonth.find(({ currency }) => this.termsOfMonth(home!).welcomeBonuses?.[currency] !== undefined)
  }

  /** Tiers, bonuses and limits of a month: what held at its end. */
  private termsOfMonth = (month: string): Terms => this.attribution.terms.at(new Date(this.startOf(this.monthAfter(month)).getTime() - 1))

  /**
   * Pending and available of one affiliate in one currency. What an order has taken back counts at once: of the rows that are not available
   * yet, order by order, what is below zero.
   */
  balance(affiliate: number, currency: string, now: Date): { pending: Fraction; available: Fraction } {
    const own = this.postings.filter((posting) => posting.affiliate === affiliate && posting.currency === currency)
    const isDue = (posting: Posting) => posting.availableAt <= now || (posting.month === undefined && posting.amount.isNegative)
    const due = Fraction.sum(own.filter(isDue).map(({ amount }) => amount))
    const held = Fraction.sum(own.filter((posting) => !isDue(posting)).map(({ amount }) => amount))
    const rows = this.commissions.filter((row) => row.affiliate === affiliate && row.order.currency === currency)
    const open = Fraction.sum(rows.filter(({ period }) => !this.isClosed(period)).map(({ amount }) => amount))

    const waiting = rows.filter((row) => !this.isWithheld(row) && !(this.isClosed(row.period) && this.heldUntil(row.period) <= now))
    const reversals = [...new Set(waiting.map(({ order }) => order))]
      .map((order) => Fraction.sum(waiting.filter((row) => row.order === order).map(({ amount }) => amount)))
      .filter((sum) => sum.isNegative)
    const reversed = Fraction.sum([...reversals, ...this.reversedMonths(affiliate, currency, now)])
    return { pending: held.plus(open).minus(reversed), available: due.plus(reversed) }
  }

  /** What tiers, bonuses and limits took back of available months, while the close that did it is on hold. */
  private reversedMonths(affiliate: number, currency: string, now: Date): Fraction[] {
    const isDue = (month: string): boolean => this.heldUntil(month) <= now
    const waiting = this.monthRows.filter(
      (row) =>
        row.affiliate === affiliate &&
        row.currency === currency &&
        row.home < row.period &&
        !isDue(row.period) &&
        isDue(row.home) &&
        !this.decidedBefore(row.home, affiliate, currency)
    )
    return [...new Set(waiting.map(({ home }) => home))]
      .map((home) => Fraction.sum(waiting.filter((row) => row.home === home).map(({ amount }) => amount)))
      .filter((sum) => sum.isNegative)
  }

  private isWithheld({ period, corrects, affiliate, order }: ReferenceCommission): boolean {
    const judged = this.lines.find(
      (line) => line.period === period && line.affiliate === affiliate && line.currency === order.currency && line.judged
    )
    return this.decidedBefore(corrects, affiliate, order.currency) ?? judged?.withheld ?? false
  }

  /** Until when what a month credits is on hold. */
  private heldUntil = (period: string): Date =>
    DateTime.fromJSDate(this.startOf(this.monthAfter(period)), { zone: this.settings.timezone })
      .plus({ days: this.settings.holdDays })
      .toJSDate()

  private startOf = (period: string): Date => DateTime.fromFormat(period, "yyyy-MM", { zone: this.settings.timezone }).toJSDate()

  /** The month by which the first row of an affiliate's order is credited or withheld, and so are all the others. */
  private followed(first: ReferenceCommission | undefined): string | undefined {
    if (!first) return undefined
    const wasDecided = this.decidedBefore(first.corrects, first.affiliate, first.order.currency) !== undefined
    return wasDecided ? first.corrects! : first.period
  }

  /** The month a correction points at decided already whether its money is withheld. */
  private decidedBefore(corrects: string | null, affiliate: number, currency: string): boolean | undefined {
    const decided = this.lines.filter((line) => line.period === corrects && line.affiliate === affiliate && line.currency === currency)
    return (decided.find(({ judged }) => judged) ?? decided[0])?.withheld
  }

  private monthAfter = (period: string): string =>
    DateTime.fromFormat(period, "yyyy-MM", { zone: "utc" }).plus({ months: 1 }).toFormat("yyyy-MM")

  /** The time of the last thing that could move money since the last row, and never later than now. */
  private happenedAt(
    order: ReferenceOrder,
    own: ReferenceCommission[],
    { moved, isGain }: { moved: boolean; isGain: boolean },
    now: Date
  ): Date {
    const paid = lastOf(order.payments.map(({ at }) => at))
    const isCaptured = this.attribution.terms.at(order.placed_at).basis === "captured"
    const placed = (isCaptured && paid) || order.placed_at
    const last = Math.max(-Infinity, ...own.map(({ at }) => at.getTime()))
    const isSince = (at: Date | undefined): at is Date => at !== undefined && at.getTime() > last
    const change = order.changes.at(-1)
    // An order or a payment of a clock that is ahead keeps its time.
    if (own.length === 0 || moved) return placed
    const at = (() => {
      if (order.canceled_at) return order.canceled_at
      if (isCaptured && isSince(paid) && !(change && change.at >= paid)) return paid
      // Credit takes something back, or nothing.
      if (change && isSince(change.at) && !(isGain && change.type === "credit_line")) return change.at
      // Where something was granted, payments tell how much of it was given back.
      if (!isCaptured && isSince(paid) && order.credits.some(({ kind }) => kind === "granted")) return paid
      return new Date(Math.max(order.updated_at.getTime(), last))
    })()
    return at < now ? at : now
  }
}

/** The orders among these rows that are still worth something. */
function keptOrders(rows: ReferenceCommission[]): ReferenceOrder[] {
  const expenseOf = (order: ReferenceOrder): Fraction =>
    Fraction.sum(rows.filter((row) => row.order === order).map(({ expense }) => expense))
  return [...new Set(rows.map(({ order }) => order))].filter((order) => !expenseOf(order).isZero && !expenseOf(order).isNegative)
}
