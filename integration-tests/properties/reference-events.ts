import { Fraction } from "./fraction"
import { digitsOf, type ReferenceLine, type ReferenceOrder } from "./reference-order"
import type { Command, RandomLine } from "./random-store"

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
  const { currency, shopper, shipping } = command
  return {
    ...{ id: `law_order_${key}`, program, shopper, currency, placed_at: at, updated_at: at, canceled_at: null, version: 1 },
    lines: command.lines.map((line, n) => lineOf(line, currency, `law_line_${key}_${n}`)),
    shipping: shipping && {
      id: `law_ship_${key}`,
      amount: price(shipping.cents, currency),
      tax: shipping.tax,
      inclusive: shipping.inclusive,
    },
    ...{ credits: [], payments: [], changes: [] },
  }
}

function lineOf(
  { cents, quantity, tax, inclusive, giftCard, discountPercent, discountInclusive }: RandomLine,
  currency: string,
  id: string
): ReferenceLine {
  const discount = Fraction.of(String(cents * quantity * discountPercent))
    .over(HUNDRED)
    .over(Fraction.of(String(10 ** digitsOf(currency))))
  return {
    ...{ id, price: price(cents, currency), quantity, returned: 0, tax, inclusive, giftCard },
    // Medusa does not round discounts.
    ...{ discount: discountPercent > 0 ? discount.text(6) : null, discountInclusive },
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
    case "goodwill":
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

function edit(order: ReferenceOrder, { quantity, added }: Extract<Command, { type: "edit" }>, where: Where): boolean {
  const [first, ...others] = order.lines
  const changed = { ...first!, quantity: Math.max(first!.returned, quantity) }
  order.lines = [changed, ...others, ...(added ? [lineOf(added, order.currency, `law_line_${where.key}`)] : [])]
  return versioned(order, "edit", where)
}

function giveBack(order: ReferenceOrder, quantity: number, where: Where): boolean {
  const returned = Math.min(quantity, order.lines[0]!.quantity - order.lines[0]!.returned)
  if (returned === 0) return false
  order.lines = order.lines.map((line, n) => (n === 0 ? { ...line, returned: line.returned + returned } : line))
  return versioned(order, "return_receive", where)
}

/** A percentage of the first line's price moves: captured or refunded, given back as a gift, or paid with store credit. */
function moveMoney(order: ReferenceOrder, { type, percent }: { type: string; percent: number }, where: Where): boolean {
  const digits = digitsOf(order.currency)
  const amount = Fraction.of(order.lines[0]!.price)
    .times(Fraction.of(String(percent)))
    .over(HUNDRED)
    .rounded(digits)
  if (amount.isZero || (type !== "pay" && amount.isNegative)) return false
  const pay = (paid: Fraction) => order.payments.push({ id: `law_pay_${where.key}`, amount: paid.text(digits), at: where.at })
  if (type === "pay") {
    pay(amount)
    return true
  }
  if (type === "goodwill") pay(amount.negated())
  order.credits = [...order.credits, { amount: amount.text(digits), spent: type === "spend" }]
  return versioned(order, "credit_line", where)
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
