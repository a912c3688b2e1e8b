import { clx } from "@medusajs/ui"
import { formatMoney } from "../../lib/format"

interface MoneyProps {
  amount: string
  currencyCode: string
  className?: string
}

/** Every amount on a screen is rendered by this: exact, with its currency, in digits of equal width. */
export const Money = ({ amount, currencyCode, className }: MoneyProps) => (
  <span className={clx("whitespace-nowrap tabular-nums", className)}>{formatMoney(amount, currencyCode)}</span>
)
