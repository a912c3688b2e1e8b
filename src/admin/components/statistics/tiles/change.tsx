import { Tooltip } from "@medusajs/ui"
import { changeInPercent } from "../../../../domain/statistics/figures"
import { formatSignedPercent } from "../../../lib/format"
import { useText } from "../../../lib/use-text"

interface ChangeProps {
  now: string | number
  before: string | number
  /** The figure of the range before, as people read it. */
  beforeText: string
  /** The days of the range before. */
  days: string
}

/** How a figure differs from that of the range before. Whether more is better is for the reader to say, so it has no color. */
export const Change = ({ now, before, beforeText, days }: ChangeProps) => {
  const t = useText()
  const change = changeInPercent(now, before)
  return (
    <Tooltip content={t("overview.beforeDays", { days, value: beforeText })}>
      <span className="txt-small text-ui-fg-subtle tabular-nums">
        {change === null
          ? t("overview.before", { value: beforeText, days })
          : t("overview.change", { change: formatSignedPercent(change), days })}
      </span>
    </Tooltip>
  )
}
