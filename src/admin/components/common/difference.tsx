import { clx } from "@medusajs/ui"
import { formatDifference, isPositive } from "../../lib/format"
import type { Decimal } from "../../types/list"

interface DifferenceProps {
  amount: Decimal
  currencyCode: string
}

/** How much more or less: the sign says it, the color only repeats it. */
export const Difference = ({ amount, currencyCode }: DifferenceProps) => {
  const color = isPositive(amount) ? "text-ui-tag-green-text" : String(amount).startsWith("-") ? "text-ui-tag-red-text" : "text-ui-fg-muted"
  return <span className={clx("whitespace-nowrap tabular-nums", color)}>{formatDifference(amount, currencyCode)}</span>
}
