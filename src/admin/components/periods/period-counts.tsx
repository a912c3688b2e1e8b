import type { AdminAffiliatePeriodTotal } from "../../../types"
import { formatCount } from "../../lib/format"

interface PeriodCountsProps {
  totals: AdminAffiliatePeriodTotal[]
  part: "affiliate_count" | "order_count"
}

/** A month's counts, aligned with its totals. */
export const PeriodCounts = ({ totals, part }: PeriodCountsProps) => (
  <span className="flex flex-col items-end py-1 tabular-nums">
    {totals.length === 0 ? "-" : totals.map((total) => <span key={total.currency_code}>{formatCount(total[part])}</span>)}
  </span>
)
