import type { AdminAffiliatePayRunTotal } from "../../../types"
import { formatMoney } from "../../lib/format"
import { useText } from "../../lib/use-text"

interface PayRunTotalsProps {
  totals: AdminAffiliatePayRunTotal[]
  /** All payouts of the run, or those that are still to pay. */
  part: "all" | "open"
}

/** How many payouts a run has and what they come to, by currency. */
export const PayRunTotals = ({ totals, part }: PayRunTotalsProps) => {
  const t = useText()
  const shown = totals
    .map(({ currency_code, payout_count, amount, open_count, open_amount }) =>
      part === "all" ? { currency_code, count: payout_count, amount } : { currency_code, count: open_count, amount: open_amount }
    )
    .filter(({ count }) => count > 0)
  return (
    <span className="flex flex-col items-end py-1 tabular-nums">
      {shown.length === 0
        ? "-"
        : shown.map(({ currency_code, count, amount }) => (
            <span key={currency_code}>{t("payRun.countAndMoney", { count, money: formatMoney(amount, currency_code) })}</span>
          ))}
    </span>
  )
}
