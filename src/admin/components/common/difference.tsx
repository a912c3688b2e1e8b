import { clx } from "@medusajs/ui"
import { formatDifference, isPositive } from "../../lib/format"

interface DifferenceProps {
  amount: string
  currencyCode: string
}

/** A difference with its sign. The color only repeats the sign, so that nobody depends on seeing it. */
export const Difference = ({ amount, currencyCode }: DifferenceProps) => {
  const color = isPositive(amount) ? "text-ui-tag-green-text" : amount.startsWith("-") ? "text-ui-tag-red-text" : "text-ui-fg-subtle"
  return <span className={clx("whitespace-nowrap tabular-nums", color)}>{formatDifference(amount, currencyCode)}</span>
}
