import { tellCommissions, tellMonths } from "./commissions"
import { tellDecision, tellHistory } from "./decision"
import { tellEvidence } from "./evidence"
import { tellLines } from "./lines"
import type { OrderExplanation } from "./order-explanation"

/**
 * An order's explanation as sentences that a merchant can read to an affiliate on the telephone: in paragraphs, times in the program's zone.
 */
export function explainInWords(order: OrderExplanation, now: Date): string[][] {
  const label = order.order_display_id === null ? order.order_id : `#${order.order_display_id}`
  const paragraphs = [
    tellDecision(order, label),
    tellEvidence(order),
    tellHistory(order),
    tellCommissions(order),
    tellLines(order),
    tellMonths(order, now),
  ]
  return paragraphs.filter((sentences) => sentences.length > 0)
}
