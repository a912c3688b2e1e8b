import { InlineTip } from "@medusajs/ui"
import { formatMoney } from "../../lib/format"
import { useText } from "../../lib/use-text"

/** Says in words and numbers what an adjustment will do. */
export const AdjustmentPreview = ({ amount, currencyCode }: { amount: string; currencyCode?: string }) => {
  const t = useText()
  const typed = amount.trim()
  if (!currencyCode || !/^-?\d+(\.\d+)?$/.test(typed)) return null

  const debit = typed.startsWith("-")
  const money = formatMoney(debit ? typed.slice(1) : typed, currencyCode)
  return (
    <InlineTip label={t("common.preview")} variant={debit ? "warning" : "info"}>
      {debit ? t("affiliate.adjustTakes", { money }) : t("affiliate.adjustAdds", { money })}
    </InlineTip>
  )
}
