import { clx } from "@medusajs/ui"
import { formatMoney } from "../../lib/format"

interface MoneyProps {
  amount: string
  currencyCode: string
  className?: string
}

/** The only way amounts are shown: exact, with their currency, in figures of one width. */
export const Money = ({ amount, currencyCode, className }: MoneyProps) => (
  <span className={clx("whitespace-nowrap tabular-nums", className)}>{formatMoney(amount, currencyCode)}</span>
)
