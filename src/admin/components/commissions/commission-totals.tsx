import { clx } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { AdminAffiliateCommissionTotal } from "../../../types"
import { useText } from "../../lib/use-text"
import { formatCount } from "../../lib/format"
import { Money } from "../common/money"

interface CommissionTotalsProps {
  /** Undefined while they are loading. */
  totals: AdminAffiliateCommissionTotal[] | undefined
}

/** What all pages of a list come to, each currency on its own. */
export function CommissionTotals({ totals }: CommissionTotalsProps) {
  const t = useText()
  if (!totals || totals.length === 0) return null
  return (
    <div className="flex flex-col gap-y-4 px-6 py-4" aria-label={t("commission.totals")} role="group">
      {totals.map(({ currency_code, commission_count, order_count, expense_amount, amount }) => (
        <dl key={currency_code} className="grid grid-cols-2 gap-x-6 gap-y-2 sm:flex sm:flex-wrap">
          <Figure label={t("common.currency")} className="col-span-2">
            {currency_code.toUpperCase()}
          </Figure>
          <Figure label={t("commission.many")}>{formatCount(commission_count)}</Figure>
          <Figure label={t("period.orders")}>{formatCount(order_count)}</Figure>
          <Figure label={t("commission.expense")}>
            <Money amount={expense_amount} currencyCode={currency_code} />
          </Figure>
          <Figure label={t("commission.one")}>
            <Money amount={amount} currencyCode={currency_code} />
          </Figure>
        </dl>
      ))}
    </div>
  )
}

const Figure = ({ label, className, children }: { label: string; className?: string; children: ReactNode }) => (
  <div className={clx("min-w-24", className)}>
    <dt className="txt-compact-xsmall text-ui-fg-subtle">{label}</dt>
    <dd className="txt-compact-medium-plus tabular-nums">{children}</dd>
  </div>
)
