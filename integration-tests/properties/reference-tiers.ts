import { Fraction } from "./fraction"

/** What raises the commissions of a month: from so much on, by so many percent of themselves. */
export interface ReferenceTiers {
  measure: "expenses" | "orders"
  span: "month" | "quarter" | "lifetime"
  scope: "whole" | "beyond"
  afterRefund: "recompute" | "keep"
  /** By currency; null is every currency. The lowest comes first. */
  steps: { currency: string | null; from: string; raise: string }[]
}

/** An affiliate's month in one currency: what it earned, and what counts towards the thresholds, until the month and in it. */
export interface ReferenceMonth {
  earned: Fraction
  before: Fraction
  own: Fraction
}

const HUNDRED = Fraction.of("100")

/** Walks from where the month began to where it ended, one step after the other. */
export function raiseOf({ scope, steps }: ReferenceTiers, currency: string, { earned, before, own }: ReferenceMonth): Fraction {
  const end = before.plus(own)
  const ofCurrency = steps.filter((step) => step.currency === null || step.currency === currency)
  if (scope === "whole") {
    const reached = ofCurrency.filter(({ from }) => !end.minus(Fraction.of(from)).isNegative).at(-1)
    return reached ? earned.times(Fraction.of(reached.raise)).over(HUNDRED) : Fraction.zero
  }
  if (own.isZero || own.isNegative) return Fraction.zero
  return Fraction.sum(
    ofCurrency.map(({ from, raise }, at) => {
      const next = ofCurrency[at + 1]
      const top = next ? end.atMost(Fraction.of(next.from)) : end
      const within = top.minus(before.atLeast(Fraction.of(from))).atLeast(Fraction.zero)
      return earned.times(within).over(own).times(Fraction.of(raise)).over(HUNDRED)
    })
  )
}

/** Whether what belongs to a month counts towards the thresholds of another. */
export function isWithin(month: string, span: ReferenceTiers["span"], of: string): boolean {
  if (month > of) return false
  if (span === "month") return month === of
  if (span === "lifetime") return true
  const quarterOf = (text: string): string => `${text.slice(0, 4)} ${Math.ceil(Number(text.slice(5)) / 3)}`
  return quarterOf(month) === quarterOf(of)
}

/** As the program's setting says it. */
export const tiersColumn = (tiers: ReferenceTiers | null): object | null =>
  tiers && {
    ...{ measure: tiers.measure, span: tiers.span, scope: tiers.scope, after_refund: tiers.afterRefund },
    tiers: tiers.steps.map(({ currency, from, raise }) => ({ currency_code: currency, threshold: from, raise_percent: raise })),
  }
