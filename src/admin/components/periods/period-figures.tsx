import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import type { AdminAffiliatePeriodTotal } from "../../../types"
import { formatCount } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { Money } from "../common/money"

interface PeriodFiguresProps {
  total: AdminAffiliatePeriodTotal
  isClosed: boolean
}

/** A month in one currency: expenses, credited and withheld commissions. */
export const PeriodFigures = ({ total, isClosed }: PeriodFiguresProps) => {
  const t = useText()
  const money = (amount: string) => <Money amount={amount} currencyCode={total.currency_code} />
  const figures: [string, ReactNode][] = [
    [t("period.expense"), money(total.expense_amount)],
    [isClosed ? t("period.credited") : t("period.toCredit"), money(total.amount)],
    [t("period.withheld"), money(total.withheld_amount)],
    [t("menu.affiliates"), formatCount(total.affiliate_count)],
    [t("period.orders"), formatCount(total.order_count)],
  ]
  return (
    <dl className="grid grid-cols-2 gap-4 px-6 py-4 md:grid-cols-5">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>
            <Text size="xsmall" className="text-ui-fg-subtle">
              {label}
            </Text>
          </dt>
          <dd className="txt-compact-medium-plus tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
