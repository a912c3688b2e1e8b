import { plusDays, plusHours } from "../time/calendar"
import type { Story } from "./story"

/**
 * What becomes of an order: paid the next morning, packed, and now and then canceled, changed, sent back or refunded. By its number, not
 * by chance, so that every demo has some of each.
 */
export function planAfterSales(story: Story, id: string, at: Date): void {
  const { afterSales, random } = story
  const number = ++story.counts.orders
  story.plan(plusHours(at, 20), () => afterSales.capture(id))

  if (number % 17 === 5) {
    story.planChange(plusHours(at, 26), () => afterSales.cancel(id))
    return
  }
  if (number % 23 === 12) story.planChange(plusHours(at, 25), () => afterSales.reduceFirstLine(id))
  // Half of the parcels is enough for the picture; what comes back must have left.
  if (number % 2 === 0 || number % 11 === 7) story.plan(plusDays(at, 1.5), () => afterSales.fulfill(id))
  if (number % 11 === 7) story.planChange(plusDays(at, random.between(6, 21)), () => afterSales.takeBackOnePiece(id))
  else if (number % 31 === 20) story.planChange(plusDays(at, 6), () => afterSales.refundGoodwill(id, 5))
}
