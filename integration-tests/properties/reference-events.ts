import { Fraction } from "./fraction"
import { creditOf, digitsOf, grossOf, paidOf, withoutTax, type Credit, type ReferenceLine, type ReferenceOrder } from "./reference-order"
import type { Command, RandomLine } from "./random-store"
import { splitOver } from "./split-discount"

/** When something happens, and a text that makes its ids unique. */
export interface Where {
  at: Date
  key: string
}

const HUNDRED = Fraction.of("100")

/** A price in the currency's digits: 12345 is 123.45 EUR, 12345 JPY, 12.345 KWD. */
const price = (cents: number, currency: string): string =>
  Fraction.of(String(cents))
    .over(Fraction.of(String(10 ** digitsOf(currency))))
    .text(digitsOf(currency))

export function place(program: number, command: Extract<Command, { type: "order" }>, { at, key }: Where): ReferenceOrder {
  const { currency, shopper, account, channel, country, touch, shipping, split } = command
  const whole = command.lines.map((line, n) => lineOf(line, currency, `law_line_${key}_${n}`))
  const lines = split && command.lines.every(isOrdinary) ? splitOver(whole, { ...split, value: price(split.cents, currency) }) : whole
  return {
    ...{
      id: `law_order_${key}`,
      program,
      shopper,
      account,
      channel,
      country,
      touch,
      currency,
      placed_at: at,
      updated_at: at,
      canceled_at: null,
      version: 1,
    },
    ...{ lines, placed: lines },
    shipping: shipping && shippingOf(shipping, currency, `law_ship_${key}`),
    ...{ credits: [], payments: [], changes: [] },
  }
}

/** Beyond ten million euros, Medusa's floats do not tell reliably what half a cent is. */
const isOrdinary = ({ cents, quantity }: RandomLine): boolean => cents * quantity < 1_000_000_000

/** A percentage off shipping is taken off the amount without its tax. */
function shippingOf(line: RandomLine, currency: string, id: string): ReferenceOrder["shipping"] {
  const { tax, inclusive, discountPercent } = line
  const amount = price(line.cents, currency)
  const exact = withoutTax(Fraction.of(amount), tax, inclusive)
    .times(Fraction.of(String(discountPercent)))
    .over(HUNDRED)
  const isDiscounted = discountPercent > 0 && line.cents > 0 && isOrdinary(line)
  return { id, amount, tax, inclusive, discount: isDiscounted ? { exact, written: String(exact.toNumber()), inclusive: false } : null }
}

function lineOf(
  { cents, quantity, product, tax, inclusive, giftCard, discountPercent, discountInclusive }: RandomLine,
  currency: string,
  id: string
): ReferenceLine {
  const exact = Fraction.of(String(cents * quantity * discountPercent))
    .over(HUNDRED)
    .over(Fraction.of(String(10 ** digitsOf(currency))))
  return {
    ...{ id, product, price: price(cents, currency), editedPrice: null, quantity, returned: 0, tax, inclusive, giftCard },
    // Medusa does not round discounts.
    discounts: discountPercent > 0 && cents > 0 ? [{ exact, written: exact.text(6), inclusive: discountInclusive }] : [],
  }
}

/** Changes an order; false when there is nothing to change. */
export function change(order: ReferenceOrder, command: Pick<Command, "type"> & Partial<Record<string, unknown>>, where: Where): boolean {
  const isOver = order.canceled_at !== null
  const { type } = command as Command
  if (isOver ? type !== "uncancel" : type === "uncancel") return false
  switch (type) {
    case "edit":
      return edit(order, command as Extract<Command, { type: "edit" }>, where)
    case "return":
      return giveBack(order, (command as Extract<Command, { type: "return" }>).quantity, where)
    case "refund":
    case "settle":
    case "waive":
    case "pay":
    case "spend":
      return moveMoney(order, command as Extract<Command, { type: "pay" }>, where)
    case "cancel":
    case "uncancel":
      order.canceled_at = type === "cancel" ? where.at : null
      return touch(order, where)
    default:
      return false
  }
}

/** Medusa keeps the discounts of a line, whatever becomes of its price and quantity. */
function edit(order: ReferenceOrder, { quantity, isFree, added }: Extract<Command, { type: "edit" }>, where: Where): boolean {
  const [first, ...others] = order.lines
  const changed = { ...first!, quantity: Math.max(first!.returned, quantity), editedPrice: isFree ? "0" : first!.editedPrice }
  order.lines = [changed, ...others, ...(added ? [lineOf(added, order.currency, `law_line_${where.key}`)] : [])]
  return versioned(order, "edit", where)
}

function giveBack(order: ReferenceOrder, quantity: number, where: Where): boolean {
  const returned = Math.min(quantity, order.lines[0]!.quantity - order.lines[0]!.returned)
  if (returned === 0) return false
  order.lines = order.lines.map((line, n) => (n === 0 ? { ...line, returned: line.returned + returned } : line))
  return versioned(order, "return_receive", where)
}

/**
 * Money moves: captured, refunded or paid with store credit, a percentage of the first line's price; or a percentage of what is owed, settled
 * with credit or waived. What is owed to the shopper, and what the shopper owes, are as Medusa counts them.
 */
function moveMoney(order: ReferenceOrder, { type, percent }: { type: Command["type"]; percent: number }, where: Where): boolean {
  const digits = digitsOf(order.currency)
  const part = (whole: Fraction) =>
    whole
      .times(Fraction.of(String(percent)))
      .over(HUNDRED)
      .rounded(digits)
  const balance = paidOf(order)
    .minus(grossOf(order))
    .plus(creditOf(order, "spent", "granted", "settled"))
  const owed = type === "settle" ? balance : type === "waive" ? balance.negated() : Fraction.of(order.lines[0]!.price)
  const amount = type === "settle" || type === "waive" ? part(owed.atLeast(Fraction.zero)).atMost(owed.rounded(digits)) : part(owed)
  if (amount.isZero || (type !== "pay" && amount.isNegative)) return false
  const pay = (paid: Fraction) => order.payments.push({ id: `law_pay_${where.key}`, amount: paid.text(digits), at: where.at })
  const credit = (of: Fraction, kind: Credit["kind"]): boolean => {
    order.credits = [...order.credits, { amount: of.text(digits), kind }]
    return versioned(order, "credit_line", where)
  }
  switch (type) {
    case "settle":
      return credit(amount.negated(), "settled")
    case "waive":
      return credit(amount, "granted")
    case "spend":
      return credit(amount, "spent")
    case "refund": {
      pay(amount.negated())
      const granted = amount.minus(balance.atLeast(Fraction.zero)).rounded(digits)
      return granted.isZero || granted.isNegative || credit(granted, "granted")
    }
    default:
      pay(amount)
      return true
  }
}

function versioned(order: ReferenceOrder, type: string, where: Where): boolean {
  touch(order, where)
  order.changes.push({ id: `law_change_${where.key}`, type, at: where.at, version: order.version })
  return true
}

function touch(order: ReferenceOrder, { at }: Where): boolean {
  order.version++
  order.updated_at = at
  return true
}
