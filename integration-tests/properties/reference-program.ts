import { DateTime } from "luxon"

import { Fraction } from "./fraction"
import { worthOf, type ReferenceOrder, type Rules, type Worth } from "./reference-order"

/** What an order is decided by, as it held when the order was placed. */
export interface Terms extends Rules {
  status: "active" | "paused"
  /** The shoppers are referrals since years, so any period is over. */
  referralMonths: 12 | null
}

export interface ReferenceSettings extends Terms {
  timezone: string
  holdDays: number
}

interface Version<T> {
  value: T
  from: Date
}

const BEGINNING = new Date(0)
const held = <T>(versions: Version<T>[], at: Date): T => versions.filter(({ from }) => from <= at).at(-1)!.value

/** What one order, or one change of it, earned. */
export interface ReferenceCommission extends Worth {
  order: ReferenceOrder
  decision: Decision
  affiliate: number
  period: string
  corrects: string | null
  at: Date
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

interface Decision {
  affiliate: number | null
  rules: Rules
}

interface Posting {
  affiliate: number
  currency: string
  amount: Fraction
  availableAt: Date
  /** The month whose close posted it; none of other postings. */
  month?: string
}

/** The books of one program, kept by hand: rows, months and balances, one order after the other. Affiliates are numbers, 0 and 1. */
export class ReferenceProgram {
  readonly commissions: ReferenceCommission[] = []
  readonly lines: ReferenceLine[] = []
  private lastClosed = ""
  readonly postings: Posting[] = []
  /** Whether each affiliate is suspended, since when. */
  private readonly suspensions: Version<boolean>[][] = [[{ value: false, from: BEGINNING }], [{ value: false, from: BEGINNING }]]
  private readonly terms: Version<Terms>[]
  /** Of each affiliate. */
  readonly forbidden = [false, false]
  /** The affiliate each shopper is referred to. */
  readonly referrals = [0, 1]
  private readonly decisions = new Map<ReferenceOrder, Decision>()

  constructor(readonly settings: ReferenceSettings) {
    this.terms = [{ value: settings, from: BEGINNING }]
  }

  change(value: Terms, from: Date): void {
    this.terms.push({ value, from })
  }

  /** Suspends an affiliate, or takes it back; @returns which of them. */
  suspend(affiliate: number, from: Date): boolean {
    const value = !this.isSuspended(affiliate)
    this.suspensions[affiliate]!.push({ value, from })
    return value
  }

  isSuspended = (affiliate: number): boolean => this.suspensions[affiliate]!.at(-1)!.value

  monthOf = (at: Date): string =>
    new Intl.DateTimeFormat("sv", { timeZone: this.settings.timezone, year: "numeric", month: "2-digit" }).format(at)

  /** Brings an order's rows up to what it is worth. */
  record(order: ReferenceOrder, now: Date): void {
    const decision = this.decide(order)
    const own = this.commissions.filter((row) => row.order === order)
    const earners = [...new Set([...own.map(({ affiliate }) => affiliate), ...(decision.affiliate === null ? [] : [decision.affiliate])])]
    const differences = earners.flatMap((affiliate) => {
      const recorded = own.filter((row) => row.affiliate === affiliate)
      const target = affiliate === decision.affiliate ? worthOf(order, decision.rules) : { expense: Fraction.zero, amount: Fraction.zero }
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

  reassign(order: ReferenceOrder, affiliate: number | null): void {
    this.decisions.set(order, { affiliate, rules: held(this.terms, order.placed_at) })
  }

  affiliateOf = (order: ReferenceOrder): number | null | undefined => this.decisions.get(order)?.affiliate

  /** A month older than a closed one counts as closed. */
  isClosed = (period: string): boolean => period <= this.lastClosed

  /** Months are closed in order; one without rows holds up no later one. */
  isWaiting = (period: string): boolean => this.commissions.some((row) => row.period < period && !this.isClosed(row.period))

  close(period: string): void {
    if (this.isClosed(period)) return
    const sums = new Map<string, ReferenceLine>()
    for (const { order, affiliate, expense, amount, corrects } of this.commissions.filter((row) => row.period === period)) {
      const withheld = this.decidedBefore(corrects, affiliate, order.currency) ?? this.forbidden[affiliate]!
      const key = [affiliate, order.currency, withheld].join()
      const line = sums.get(key) ?? {
        period,
        affiliate,
        currency: order.currency,
        expense: Fraction.zero,
        amount: Fraction.zero,
        rows: 0,
        withheld,
        judged: withheld === this.forbidden[affiliate],
      }
      sums.set(key, { ...line, expense: line.expense.plus(expense), amount: line.amount.plus(amount), rows: line.rows + 1 })
    }
    this.lastClosed = period
    this.lines.push(...sums.values())
    const availableAt = this.heldUntil(period)
    for (const { affiliate, currency, amount, withheld } of sums.values()) {
      if (!withheld) this.postings.push({ affiliate, currency, amount, availableAt, month: period })
    }
  }

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
    const reversed = Fraction.sum(reversals)
    return { pending: held.plus(open).minus(reversed), available: due.plus(reversed) }
  }

  private isWithheld({ period, corrects, affiliate, order }: ReferenceCommission): boolean {
    const judged = this.lines.find(
      (line) => line.period === period && line.affiliate === affiliate && line.currency === order.currency && line.judged
    )
    return this.decidedBefore(corrects, affiliate, order.currency) ?? judged?.withheld ?? false
  }

  /** Until when what a month credits is on hold. */
  private heldUntil(period: string): Date {
    return DateTime.fromFormat(period, "yyyy-MM", { zone: this.settings.timezone })
      .plus({ months: 1 })
      .startOf("month")
      .plus({ days: this.settings.holdDays })
      .toJSDate()
  }

  decide(order: ReferenceOrder): Decision {
    const decided = this.decisions.get(order)
    if (decided) return decided
    const referred = this.referrals[order.shopper]!
    const rules = held(this.terms, order.placed_at)
    const isOut = rules.status === "paused" || rules.referralMonths !== null || held(this.suspensions[referred]!, order.placed_at)
    const decision = { affiliate: isOut ? null : referred, rules }
    this.decisions.set(order, decision)
    return decision
  }

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
    const paid = order.payments.at(-1)?.at
    const isCaptured = held(this.terms, order.placed_at).basis === "captured"
    const placed = (isCaptured && paid) || order.placed_at
    const last = Math.max(-Infinity, ...own.map(({ at }) => at.getTime()))
    const isSince = (at: Date | undefined): at is Date => at !== undefined && at.getTime() > last
    const change = order.changes.at(-1)
    const at = (() => {
      if (own.length === 0 || moved) return placed
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
