import { InlineTip } from "@medusajs/ui"
import { useText } from "../../lib/use-text"

/** Says that the order could not be recorded, so commissions may be missing here. */
export const OrderQuarantine = ({ error }: { error: string }) => {
  const t = useText()
  return (
    <div className="px-6 py-4">
      <InlineTip label={t("order.quarantine")} variant="error">
        {error}. {t("order.quarantineRetry")}
      </InlineTip>
    </div>
  )
}
