import { Button, Tooltip } from "@medusajs/ui"
import type { AdminAffiliatePeriod } from "../../../types"
import { useClosePeriodPrompt } from "../../hooks/use-close-period"
import { formatDateTime } from "../../lib/format"
import { hasEnded } from "../../lib/has-ended"
import { useText } from "../../lib/use-text"

interface CloseButtonProps {
  period: AdminAffiliatePeriod
  programName: string
  timeZone?: string
}

/** Closes a month. Only an open month that has ended can be closed; before that the button says when it ends. */
export const CloseButton = ({ period, programName, timeZone }: CloseButtonProps) => {
  const t = useText()
  const { close, isPending } = useClosePeriodPrompt()
  if (period.status === "closed") return null

  const ended = hasEnded(period)
  const hint = ended ? t("period.closeHint") : t("period.notEnded", { date: formatDateTime(period.ends_at, timeZone) })
  return (
    <Tooltip content={hint}>
      <span onClick={(event) => event.stopPropagation()}>
        <Button size="small" variant="secondary" disabled={!ended} isLoading={isPending} onClick={() => close(period, programName)}>
          {t("period.close")}
        </Button>
      </span>
    </Tooltip>
  )
}
