import { InlineTip, Text } from "@medusajs/ui"
import { payoutSummary } from "../../lib/payout-summary"
import { useText } from "../../lib/use-text"
import type { PayoutTotal } from "../../types/payout"

/** Says in numbers what creating the payouts will do, currency by currency. */
export const PayoutPreview = ({ totals }: { totals: PayoutTotal[] }) => {
  const t = useText()
  return (
    <InlineTip label={t("common.preview")}>
      {totals.length === 0 && t("payout.nobody")}
      {totals.map((total) => (
        <Text key={total.currency_code} as="span" size="small" className="block tabular-nums">
          {payoutSummary(total, t)}
        </Text>
      ))}
    </InlineTip>
  )
}
