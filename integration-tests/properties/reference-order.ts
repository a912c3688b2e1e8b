import { Fraction } from "./fraction"

/** An order as a bookkeeper would keep it, and what it is worth. Amounts are decimals in major units, as Medusa takes them. */
export interface ReferenceOrder {
  id: string
  program: number
  shopper: number
  currency: string
  placed_at: Date
  updated_at: Date
  canceled_at: Date | null
  version: number
  lines: ReferenceLine[]
  shipping: { id: string; amount: string; tax: string; inclusive: boolean } | null
  /** What was given back beyond what was owed, and credit that was spent. */
  credits: { amount: string; spent: boolean }[]
  payments: { id: string; amount: string; at: Date }[]
  changes: { id: string; type: string; at: Date; version: number }[]
}

export interface ReferenceLine {
  id: string
  price: string
  quantity: number
  returned: number
  /** Percent. */
  tax: string
  inclusive: boolean
  giftCard: boolean
  discount: string | null
  discountInclusive: boolean
}

export interface Rules {
  rate: string
  basis: "placed" | "captured"
  includeTax: boolean
  includeShipping: boolean
}

export interface Worth {
  expense: Fraction
  amount: Fraction
}

const DIGITS: Record<string, number> = { eur: 2, jpy: 0, kwd: 3 }
export const digitsOf = (currency: string): number => DIGITS[currency]!

const HUNDRED = Fraction.of("100")
const taxFactor = (percent: string): Fraction => Fraction.one.plus(Fraction.of(percent).over(HUNDRED))
const whole = (value: number): Fraction => Fraction.of(String(value))

/** BILLmanager's "expenses", read slowly: line by line, in fractions, rounded once at the end. */
export function worthOf(order: ReferenceOrder, rules: Rules): Worth {
  if (order.canceled_at) return { expense: Fraction.zero, amount: Fraction.zero }
  const digits = digitsOf(order.currency)
  let gross = Fraction.zero
  let expense = Fraction.zero
  const add = (net: Fraction, tax: string, earns: boolean): void => {
    const withTax = net.times(taxFactor(tax))
    gross = gross.plus(withTax)
    if (earns) expense = expense.plus(rules.includeTax ? withTax : net)
  }
  for (const line of order.lines) add(netOf(line), line.tax, !line.giftCard)
  if (order.shipping) {
    const { amount, tax, inclusive } = order.shipping
    add(Fraction.of(amount).over(inclusive ? taxFactor(tax) : Fraction.one), tax, rules.includeShipping)
  }
  expense = expense.times(keptShare(order, rules, gross.rounded(digits), digits))
  return { expense: expense.rounded(digits), amount: expense.times(Fraction.of(rules.rate)).over(HUNDRED).rounded(digits) }
}

function netOf({ price, quantity, returned, tax, inclusive, discount, discountInclusive }: ReferenceLine): Fraction {
  const kept = whole(quantity - returned)
  const items = Fraction.of(price)
    .times(kept)
    .over(inclusive ? taxFactor(tax) : Fraction.one)
  if (!discount || quantity === 0) return items
  const off = Fraction.of(discount).over(discountInclusive ? taxFactor(tax) : Fraction.one)
  return items.minus(off.times(kept).over(whole(quantity)))
}

/** Which part of the order earns: what was captured, or what was not given back. */
function keptShare({ credits, payments }: ReferenceOrder, { basis }: Rules, gross: Fraction, digits: number): Fraction {
  const credited = (spent: boolean) =>
    Fraction.sum(credits.filter((credit) => credit.spent === spent).map(({ amount }) => Fraction.of(amount)))
  if (basis === "placed" && credited(false).isZero) return Fraction.one
  if (gross.isZero) return Fraction.zero
  if (basis === "placed") return Fraction.one.minus(credited(false).over(gross)).atLeast(Fraction.zero)
  const paid = Fraction.sum(payments.map(({ amount }) => Fraction.of(amount))).plus(credited(true))
  return paid.rounded(digits).over(gross).atLeast(Fraction.zero).atMost(Fraction.one)
}
