import { Text } from "@medusajs/ui"
import type { AdminOrderAffiliateResponse } from "../../../types"
import { formatDate, formatPercent } from "../../lib/format"
import { useText } from "../../lib/use-text"

/** The rate that applied, whether it was the affiliate's or the program's, and when it was valid. */
export const OrderRate = ({ rate_percent, rate_source, rate_since, rate_until, timezone }: AdminOrderAffiliateResponse) => {
  const t = useText()
  if (rate_percent === null) return null
  const since = rate_since && t("order.rateSince", { date: formatDate(rate_since, timezone) })
  const until = rate_until && t("order.rateUntil", { date: formatDate(rate_until, timezone) })
  const origin = [rate_source && t(`order.rateSources.${rate_source}`), since, until].filter(Boolean).join(", ")
  return (
    <div>
      {formatPercent(rate_percent)}
      {origin && (
        <Text as="span" size="xsmall" className="text-ui-fg-subtle block">
          {origin}
        </Text>
      )}
    </div>
  )
}
