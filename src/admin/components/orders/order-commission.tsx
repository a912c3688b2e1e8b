import { Text } from "@medusajs/ui"
import type { AdminOrderAffiliateCommission } from "../../../types"
import { formatDate, formatPeriod } from "../../lib/format"
import { useReasonText } from "../../lib/use-reason-text"
import { useText } from "../../lib/use-text"
import { Money } from "../common/money"
import { Status } from "../common/status"

interface OrderCommissionProps {
  commission: AdminOrderAffiliateCommission
  /** Set where several affiliates have had the order, so that each row names its affiliate. */
  named: boolean
  timeZone: string
}

/** One change of what the order earns, the month it counts in, and what the close made of it. */
export const OrderCommission = ({ commission, named, timeZone }: OrderCommissionProps) => {
  const t = useText()
  const reason = useReasonText()
  const { kind, period, corrects_period: corrects, line, amount, currency_code, status } = commission
  const details = [
    named && (commission.affiliate_name ?? commission.affiliate_code),
    corrects && t("commission.corrects", { period: formatPeriod(corrects) }),
    line?.outcome === "credited" && t("order.availableFrom", { date: formatDate(line.available_at, timeZone) }),
    line?.outcome === "withheld" && reason(line.reason),
  ].filter((detail) => typeof detail === "string")

  return (
    <div className="flex items-start justify-between gap-x-2">
      <div className="min-w-0">
        <Text size="small" className="text-ui-fg-subtle">
          {t(`commission.kinds.${kind}`)}, {formatPeriod(period)}
        </Text>
        {details.map((detail) => (
          <Text key={detail} size="xsmall" className="text-ui-fg-subtle break-words">
            {detail}
          </Text>
        ))}
      </div>
      <div className="flex items-center gap-x-2">
        <Money amount={amount} currencyCode={currency_code} className="txt-compact-small" />
        <Status kind="commission" status={status} />
      </div>
    </div>
  )
}
