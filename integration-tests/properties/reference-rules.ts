import { Fraction } from "./fraction"

/** A commission rule as a bookkeeper reads it. What a condition does not name does not matter. */
export interface ReferenceRule {
  rate: { percent: string } | { per: "unit" | "order"; amounts: Record<string, string> } | null
  products?: number[]
  tagged?: true
  collected?: true
  /** In the category above the one some products are in. */
  home?: true
  currencies?: string[]
  channels?: number[]
  countries?: string[]
  sources?: Source[]
  affiliates?: number[]
  vip?: true
  wholesale?: true
  isFirst?: boolean
  least?: Record<string, string>
  from?: Date
  until?: Date
}

export type Source = "link" | "promo_code" | "manual"

/** What the four products of the store are in; lines of no product are `null`. */
export const PRODUCTS = [
  { tagged: false, collected: false, home: false },
  { tagged: true, collected: false, home: false },
  { tagged: true, collected: false, home: true },
  { tagged: false, collected: true, home: true },
]

/** What was known of an order when it was first recorded under rules. */
export interface OrderFacts {
  currency: string
  channel: number
  country: string
  isFirst: boolean
  wholesale: boolean
  value: Fraction
  valueWithTax: Fraction
}

export interface DecisionFacts {
  affiliate: number
  vip: boolean
  source: Source
}

/** The first rule that fits a line of a product (null: none), or the shipping (undefined). */
export function firstRule(
  rules: ReferenceRule[],
  product: number | null | undefined,
  order: OrderFacts & { includeTax: boolean; placedAt: Date },
  decision: DecisionFacts
): ReferenceRule | null {
  const of = PRODUCTS[product ?? -1]
  const among = <T>(wanted: T[] | undefined, value: T | undefined | null): boolean =>
    wanted === undefined || (value !== undefined && value !== null && wanted.includes(value))
  const fits = (rule: ReferenceRule): boolean => {
    if (rule.from && order.placedAt < rule.from) return false
    if (rule.until && order.placedAt >= rule.until) return false
    if (!among(rule.products, product)) return false
    if (rule.tagged && !of?.tagged) return false
    if (rule.collected && !of?.collected) return false
    if (rule.home && !of?.home) return false
    if (!among(rule.currencies, order.currency) || !among(rule.channels, order.channel) || !among(rule.countries, order.country))
      return false
    if (!among(rule.sources, decision.source) || !among(rule.affiliates, decision.affiliate)) return false
    if ((rule.vip && !decision.vip) || (rule.wholesale && !order.wholesale)) return false
    if (rule.isFirst !== undefined && rule.isFirst !== order.isFirst) return false
    if (rule.least) {
      const least = rule.least[order.currency]
      const value = order.includeTax ? order.valueWithTax : order.value
      if (least === undefined || value.minus(Fraction.of(least)).isNegative) return false
    }
    if (rule.rate && "per" in rule.rate) return product !== undefined && rule.rate.amounts[order.currency] !== undefined
    return true
  }
  return rules.find(fits) ?? null
}

/** A line that may earn: what is paid for it, what was asked before the discount, and how many pieces. */
export interface EarningLine {
  expense: Fraction
  undiscounted: Fraction
  quantity: number
  rule: ReferenceRule | null
}

const HUNDRED = Fraction.of("100")

/** What the lines earn together, before the order's share and limit. */
export function earnedBy(lines: EarningLine[], currency: string, rate: string, guard: string | null): Fraction {
  const positive = (amount: Fraction): Fraction => amount.atLeast(Fraction.zero)
  return Fraction.sum(
    lines.map(({ expense, undiscounted, quantity, rule }) => {
      const asked = (): Fraction => {
        if (!rule) return expense.times(Fraction.of(rate)).over(HUNDRED)
        if (rule.rate === null) return Fraction.zero
        if ("percent" in rule.rate) return expense.times(Fraction.of(rule.rate.percent)).over(HUNDRED)
        const amount = Fraction.of(rule.rate.amounts[currency]!)
        if (rule.rate.per === "unit") return positive(amount.times(Fraction.of(String(quantity))).atMost(expense))
        const ofRule = Fraction.sum(lines.filter((line) => line.rule === rule).map((line) => positive(line.expense)))
        return ofRule.isZero ? ofRule : positive(expense).times(amount).over(ofRule).atMost(positive(expense))
      }
      if (guard === null) return asked()
      const left = undiscounted.times(Fraction.of(guard)).over(HUNDRED).minus(undiscounted.minus(expense))
      return asked().atMost(positive(left))
    })
  )
}
