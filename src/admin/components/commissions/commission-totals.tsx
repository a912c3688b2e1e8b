import { Text } from "@medusajs/ui"
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
    <div className="flex flex-col gap-y-2 px-6 py-4" aria-label={t("commission.totals")} role="group">
      {totals.map(({ currency_code, commission_count, order_count, expense_amount, amount }) => (
        <dl key={currency_code} className="grid grid-cols-2 gap-x-6 gap-y-2 sm:flex sm:flex-wrap">
          <Figure label={t("common.currency")}>{currency_code.toUpperCase()}</Figure>
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

const Figure = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="min-w-24">
    <Text as="span" size="xsmall" className="text-ui-fg-subtle">
      <dt>{label}</dt>
    </Text>
    <Text as="span" weight="plus" className="tabular-nums">
      <dd>{children}</dd>
    </Text>
  </div>
)
