import { DateTime } from "luxon"

import { Fraction } from "./fraction"
import { worthOf, type ReferenceOrder, type Rules, type Worth } from "./reference-order"

export interface ReferenceSettings {
  timezone: string
  rate: string
  basis: "placed" | "captured"
  includeTax: boolean
  includeShipping: boolean
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
}

/** The books of one program, kept by hand: rows, months and balances, one order after the other. Affiliates are numbers, 0 and 1. */
export class ReferenceProgram {
  readonly commissions: ReferenceCommission[] = []
  readonly lines: ReferenceLine[] = []
  readonly closed = new Set<string>()
  readonly postings: Posting[] = []
  /** Of each affiliate. */
  readonly suspended = [false, false]
  readonly forbidden = [false, false]
  /** The affiliate each shopper is referred to. */
  readonly referrals = [0, 1]
  readonly rates: { rate: string; from: Date }[]
  private readonly decisions = new Map<ReferenceOrder, Decision>()

  constructor(readonly settings: ReferenceSettings) {
    this.rates = [{ rate: settings.rate, from: new Date(0) }]
  }

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
      const period = this.closed.has(natural) ? this.firstOpen(natural) : natural
      const pointed = this.followed(own.find((row) => row.affiliate === difference.affiliate)) ?? natural
      this.commissions.push({ order, ...difference, at, period, corrects: pointed === period ? null : pointed })
    }
  }

  reassign(order: ReferenceOrder, affiliate: number | null): void {
    this.decisions.set(order, { affiliate, rules: this.rulesAt(order.placed_at) })
  }

  affiliateOf = (order: ReferenceOrder): number | null | undefined => this.decisions.get(order)?.affiliate

  close(period: string): void {
    if (this.closed.has(period)) return
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
    this.closed.add(period)
    this.lines.push(...sums.values())
    const availableAt = DateTime.fromFormat(period, "yyyy-MM", { zone: this.settings.timezone })
      .plus({ months: 1 })
      .startOf("month")
      .plus({ days: this.settings.holdDays })
      .toJSDate()
    for (const { affiliate, currency, amount, withheld } of sums.values()) {
      if (!withheld) this.postings.push({ affiliate, currency, amount, availableAt })
    }
  }

  /** Pending and available of one affiliate in one currency. */
  balance(affiliate: number, currency: string, now: Date): { pending: Fraction; available: Fraction } {
    const own = this.postings.filter((posting) => posting.affiliate === affiliate && posting.currency === currency)
    const sum = (due: boolean) => Fraction.sum(own.filter(({ availableAt }) => availableAt <= now === due).map(({ amount }) => amount))
    const open = this.commissions.filter(
      (row) => row.affiliate === affiliate && row.order.currency === currency && !this.closed.has(row.period)
    )
    return { pending: sum(false).plus(Fraction.sum(open.map(({ amount }) => amount))), available: sum(true) }
  }

  decide(order: ReferenceOrder): Decision {
    const decided = this.decisions.get(order)
    if (decided) return decided
    const referred = this.referrals[order.shopper]!
    const decision = { affiliate: this.suspended[referred] ? null : referred, rules: this.rulesAt(order.placed_at) }
    this.decisions.set(order, decision)
    return decision
  }

  private rulesAt(at: Date): Rules {
    const { basis, includeTax, includeShipping } = this.settings
    return { rate: this.rates.filter(({ from }) => from <= at).at(-1)!.rate, basis, includeTax, includeShipping }
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

  private firstOpen(natural: string): string {
    let month = DateTime.fromFormat(natural, "yyyy-MM", { zone: "utc" })
    while (this.closed.has(month.toFormat("yyyy-MM"))) month = month.plus({ months: 1 })
    return month.toFormat("yyyy-MM")
  }

  /** The time of the last thing that could move money since the last row, and never later than now. */
  private happenedAt(
    order: ReferenceOrder,
    own: ReferenceCommission[],
    { moved, isGain }: { moved: boolean; isGain: boolean },
    now: Date
  ): Date {
    const paid = order.payments.at(-1)?.at
    const isCaptured = this.settings.basis === "captured"
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
