import { Button, Tooltip } from "@medusajs/ui"
import type { AdminAffiliatePeriod } from "../../../types"
import { useClosePeriodPrompt } from "../../hooks/use-close-period"
import { useCloseRefusal } from "../../hooks/use-close-refusal"
import { useText } from "../../lib/use-text"

interface CloseButtonProps {
  period: AdminAffiliatePeriod
  programName: string
}

/** Closes a month. Where it cannot be closed the button is disabled and says why. */
export const CloseButton = ({ period, programName }: CloseButtonProps) => {
  const t = useText()
  const { close, isPending } = useClosePeriodPrompt()
  const refusal = useCloseRefusal(period)
  if (period.status === "closed") return null
  return (
    <Tooltip content={refusal ?? t("period.closeHint")}>
      <span onClick={(event) => event.stopPropagation()}>
        <Button
          size="small"
          variant="secondary"
          disabled={refusal !== null}
          isLoading={isPending}
          onClick={() => close(period, programName)}
        >
          {t("period.close")}
        </Button>
      </span>
    </Tooltip>
  )
}
