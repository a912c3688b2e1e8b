import { ConditionalTooltip } from "@medusajs/dashboard/components"
import { formatPeriod } from "../../lib/format"
import { useText } from "../../lib/use-text"

interface CommissionPeriodProps {
  period: string
  /** The closed month whose figures this commission corrects. */
  corrects: string | null
}

export const CommissionPeriod = ({ period, corrects }: CommissionPeriodProps) => {
  const t = useText()
  const text = corrects ? t("commission.corrects", { period: formatPeriod(corrects) }) : ""
  return (
    <ConditionalTooltip showTooltip={corrects !== null} content={text}>
      <span className={corrects ? "underline decoration-dotted" : undefined}>{period}</span>
    </ConditionalTooltip>
  )
}
