import { clx } from "@medusajs/ui"
import { formatDifference, isPositive } from "../../lib/format"

interface DifferenceProps {
  amount: string
  currencyCode: string
}

/** How much more or less: the sign says it, the color only repeats it. */
export const Difference = ({ amount, currencyCode }: DifferenceProps) => {
  const color = isPositive(amount) ? "text-ui-tag-green-text" : amount.startsWith("-") ? "text-ui-tag-red-text" : "text-ui-fg-muted"
  return <span className={clx("whitespace-nowrap tabular-nums", color)}>{formatDifference(amount, currencyCode)}</span>
}
