import { Fraction } from "./fraction"
import { earnedBy, type EarningLine, type ReferenceRule } from "./reference-rules"

/** An order as a bookkeeper would keep it, and what it is worth. Amounts are decimals in major units, as Medusa takes them. */
export interface ReferenceOrder {
  id: string
  program: number
  shopper: number
  /** Whether the shopper ordered with their account, or else as a guest with its e-mail. */
  account: boolean
  channel: number
  touch: Touch | null
  currency: string
  placed_at: Date
  updated_at: Date
  canceled_at: Date | null
  version: number
  country: string
  lines: ReferenceLine[]
  /** The lines as they were when the order was placed. */
  placed: ReferenceLine[]
  shipping: { id: string; amount: string; tax: string; inclusive: boolean; discount: Discount | null } | null
  credits: Credit[]
  payments: { id: string; amount: string; at: Date }[]
  changes: { id: string; type: string; at: Date; version: number }[]
}

/** What brought the order: a code on its cart, a code's promotion that the order itself has, or a link. */
export interface Touch {
  by: "code" | "promotion" | "link"
  affiliate: number
}

/** Credit that was spent, that was granted beyond what was owed, or that paid (a negative amount) what was owed to the shopper. */
export interface Credit {
  amount: string
  kind: "spent" | "granted" | "settled"
}

/** What was meant, and what Medusa writes: a float, where it is no decimal. */
export interface Discount {
  exact: Fraction
  written: string
  inclusive: boolean
}

export interface ReferenceLine {
  id: string
  product: number | null
  price: string
  /** Set by an edit, for the versions from then on. */
  editedPrice: string | null
  quantity: number
  returned: number
  /** Percent. */
  tax: string
  inclusive: boolean
  giftCard: boolean
  discounts: Discount[]
}

export interface Rules {
  rate: string
  basis: "placed" | "captured"
  includeTax: boolean
  includeShipping: boolean
  guard: string | null
  limits: Record<string, string> | null
  rules: ReferenceRule[]
}

/** Which rule was found for each line, and for the shipping (`null`). */
export type FoundRules = ReadonlyMap<string | null, ReferenceRule | null>

export interface Worth {
  expense: Fraction
  amount: Fraction
}

const DIGITS: Record<string, number> = { eur: 2, jpy: 0, kwd: 3 }
export const digitsOf = (currency: string): number => DIGITS[currency]!

const HUNDRED = Fraction.of("100")
export const taxFactor = (percent: string): Fraction => Fraction.one.plus(Fraction.of(percent).over(HUNDRED))
const whole = (value: number): Fraction => Fraction.of(String(value))

/** BILLmanager's "expenses", read slowly: line by line, in fractions, rounded once at the end, and never less than nothing. */
export function worthOf(order: ReferenceOrder, rules: Rules, found: FoundRules): Worth {
  if (order.canceled_at) return { expense: Fraction.zero, amount: Fraction.zero }
  const digits = digitsOf(order.currency)
  const earning = pricedLines(order)
    .filter((line) => (line.shipping ? rules.includeShipping : !line.giftCard))
    .map(({ id, net, gross, off, tax, quantity }): EarningLine => {
      const expense = rules.includeTax ? gross : net
      const discount = rules.includeTax ? off.times(taxFactor(tax)) : off
      return { expense, undiscounted: expense.plus(discount), quantity, rule: found.get(id) ?? null }
    })
  const share = keptShare(order, rules, grossOf(order).rounded(digits), digits)
  const kept = (sum: Fraction): Fraction => sum.times(share).atLeast(Fraction.zero).rounded(digits)
  const amount = kept(earnedBy(earning, order.currency, rules.rate, rules.guard))
  const limit = rules.limits?.[order.currency]
  return {
    expense: kept(Fraction.sum(earning.map(({ expense }) => expense))),
    amount: limit === undefined ? amount : amount.atMost(Fraction.of(limit)),
  }
}

/** What the items are worth after discounts when an order is placed, without and with tax. */
export function placedValue({ placed, currency }: ReferenceOrder): { value: Fraction; valueWithTax: Fraction } {
  const counted = placed.filter(({ giftCard }) => !giftCard)
  const sum = (values: Fraction[]) => Fraction.sum(values).atLeast(Fraction.zero).rounded(digitsOf(currency))
  return { value: sum(counted.map(netOf)), valueWithTax: sum(counted.map((line) => netOf(line).times(taxFactor(line.tax)))) }
}

/** What the shopper has to pay, before credit. */
export const grossOf = (order: ReferenceOrder): Fraction => Fraction.sum(pricedLines(order).map(({ gross }) => gross))

function pricedLines({ lines, shipping }: ReferenceOrder) {
  const zero = Fraction.zero
  return [
    ...lines.map((line) => ({
      ...{ id: line.id as string | null, net: netOf(line), gross: netOf(line).times(taxFactor(line.tax)), off: offOf(line), tax: line.tax },
      ...{ quantity: line.quantity - line.returned, shipping: false, giftCard: line.giftCard },
    })),
    ...(shipping
      ? [
          {
            ...{ id: null, net: netOfShipping(shipping), gross: netOfShipping(shipping).times(taxFactor(shipping.tax)) },
            ...{ off: shipping.discount?.exact ?? zero, tax: shipping.tax, quantity: 0, shipping: true, giftCard: false },
          },
        ]
      : []),
  ]
}

export function netOf(line: ReferenceLine): Fraction {
  const { price, editedPrice, quantity, returned, tax, inclusive } = line
  const kept = whole(quantity - returned)
  return withoutTax(Fraction.of(editedPrice ?? price), tax, inclusive)
    .times(kept)
    .minus(offOf(line))
}

/** What the discount takes off the pieces that are kept, without tax. */
function offOf({ quantity, returned, tax, discounts }: ReferenceLine): Fraction {
  if (quantity === 0) return Fraction.zero
  const off = Fraction.sum(discounts.map((discount) => withoutTax(discount.exact, tax, discount.inclusive)))
  return off.times(whole(quantity - returned)).over(whole(quantity))
}

const netOfShipping = ({ amount, tax, inclusive, discount }: NonNullable<ReferenceOrder["shipping"]>): Fraction =>
  withoutTax(Fraction.of(amount), tax, inclusive).minus(discount?.exact ?? Fraction.zero)

export const withoutTax = (amount: Fraction, tax: string, inclusive: boolean): Fraction =>
  amount.over(inclusive ? taxFactor(tax) : Fraction.one)

/** Credit of some kinds. */
export const creditOf = ({ credits }: ReferenceOrder, ...kinds: Credit["kind"][]): Fraction =>
  Fraction.sum(credits.filter(({ kind }) => kinds.includes(kind)).map(({ amount }) => Fraction.of(amount)))

export const paidOf = ({ payments }: ReferenceOrder): Fraction => Fraction.sum(payments.map(({ amount }) => Fraction.of(amount)))

/**
 * Which part of the order earns. Of what the merchant was not paid, or had to give back, all is lost where captured money earns. Where placed
 * orders earn, so much is lost as was granted: the rest is still to be paid.
 */
function keptShare(order: ReferenceOrder, { basis }: Rules, gross: Fraction, digits: number): Fraction {
  const granted = creditOf(order, "granted")
  if (basis === "placed" && granted.isZero) return Fraction.one
  if (gross.isZero || gross.isNegative) return Fraction.zero
  const missing = gross
    .minus(
      paidOf(order)
        .plus(creditOf(order, "spent", "settled"))
        .rounded(digits)
    )
    .atLeast(Fraction.zero)
  const lost = basis === "captured" ? missing : missing.atMost(granted)
  return Fraction.one.minus(lost.over(gross)).atLeast(Fraction.zero)
}
