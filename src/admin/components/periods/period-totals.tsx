import type { AdminAffiliatePeriodTotal } from "../../../types"
import { Money } from "../common/money"

interface PeriodTotalsProps {
  totals: AdminAffiliatePeriodTotal[]
  part: "amount" | "withheld_amount" | "expense_amount"
}

/** A month's totals, one line per currency. */
export const PeriodTotals = ({ totals, part }: PeriodTotalsProps) =>
  totals.length === 0 ? (
    <span className="text-ui-fg-subtle">-</span>
  ) : (
    <span className="flex flex-col items-end py-1">
      {totals.map((total) => (
        <Money key={total.currency_code} amount={total[part]} currencyCode={total.currency_code} />
      ))}
    </span>
  )
