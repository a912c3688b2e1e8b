import { ConditionalTooltip } from "@medusajs/dashboard/components"
import { Text } from "@medusajs/ui"
import type { AdminAffiliateCommission } from "../../../types"
import { formatPeriod, periodOf } from "../../lib/format"
import { useText } from "../../lib/use-text"
import { Moment } from "../common/moment"

interface CommissionDateProps {
  commission: AdminAffiliateCommission
  timeZone?: string
}

/** When a commission occurred. Also names its month where the date lies in another, as changes to a closed month count in the open one. */
export const CommissionDate = ({ commission: { occurred_at, period, corrects_period: corrects }, timeZone }: CommissionDateProps) => {
  const t = useText()
  const explanation = corrects ? t("commission.corrects", { period: formatPeriod(corrects) }) : ""
  return (
    <span className="flex flex-col py-1">
      <Moment at={occurred_at} timeZone={timeZone} />
      {(corrects ?? periodOf(occurred_at, timeZone)) !== period && (
        <ConditionalTooltip showTooltip={corrects !== null} content={explanation}>
          <Text as="span" size="xsmall" className="text-ui-fg-subtle whitespace-nowrap">
            {t("commission.countsIn", { period: formatPeriod(period, "short") })}
          </Text>
        </ConditionalTooltip>
      )}
    </span>
  )
}
